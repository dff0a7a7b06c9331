package dev.convene.starter.security;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Lets web pages elsewhere call the API with a bearer token. Never with a cookie: unlike the predecessor this service does
 * not send {@code Access-Control-Allow-Credentials}.
 */
final class CrossOrigin {

    private static final List<String> API =
            List.of("/session/**", "/archives/**", "/providers", "/audit-logs/**", "/join/**");
    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);

    private CrossOrigin() {}

    static CorsFilter filter(CorsProperties properties, @Nullable URI publicUrl) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(origins(properties, publicUrl));
        configuration.setAllowedMethods(List.of("GET", "POST", "PATCH", "PUT", "DELETE"));
        configuration.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        configuration.setExposedHeaders(List.of(
                RequestIds.HEADER,
                "RateLimit",
                "RateLimit-Policy",
                HttpHeaders.RETRY_AFTER,
                HttpHeaders.WWW_AUTHENTICATE));
        configuration.setMaxAge(PREFLIGHT_KEPT);
        var source = new UrlBasedCorsConfigurationSource();
        API.forEach(it -> source.registerCorsConfiguration(it, configuration));
        return new CorsFilter(source);
    }

    /** Behind a proxy the service does not know its own origin by the request. */
    private static List<String> origins(CorsProperties properties, @Nullable URI publicUrl) {
        var origins = new ArrayList<>(properties.allowedOrigins());
        if (publicUrl != null && !origins.contains(CorsConfiguration.ALL)) {
            origins.add(SameOrigin.of(publicUrl));
        }
        return origins;
    }
}
