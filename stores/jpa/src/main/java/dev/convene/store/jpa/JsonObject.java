package dev.convene.store.jpa;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** JSON in a column of text, whatever the host application's own mapper does. */
@Converter
class JsonObject implements AttributeConverter<Map<String, Object>, String> {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(Map<String, Object> value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    @Override
    public Map<String, Object> convertToEntityAttribute(String column) {
        return JsonMapper.shared().readValue(column, OBJECT);
    }
}
