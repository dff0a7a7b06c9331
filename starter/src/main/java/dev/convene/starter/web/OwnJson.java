package dev.convene.starter.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/** Convene's answers as its API describes them, however the application has its own written. Touches no others. */
final class OwnJson extends JacksonJsonHttpMessageConverter {

    OwnJson() {
        super(JsonMapper.shared());
    }

    @Override
    public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
        return OwnTypes.contain(type) && super.canRead(type, mediaType);
    }

    @Override
    public boolean canWrite(ResolvableType target, Class<?> type, @Nullable MediaType mediaType) {
        return (OwnTypes.contain(type) || OwnTypes.contain(target)) && super.canWrite(target, type, mediaType);
    }
}
