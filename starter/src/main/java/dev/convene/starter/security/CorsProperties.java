package dev.convene.starter.security;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which web pages of other origins may call the API.
 *
 * @param allowedOrigins the origins whose pages may call the API with a bearer token; never with a cookie
 */
@ConfigurationProperties("convene.cors")
record CorsProperties(
        @DefaultValue("*") @NotEmpty(message = "must name an origin, or *")
        List<String> allowedOrigins) {}
