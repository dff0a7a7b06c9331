package dev.convene.starter.security;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the service's numbers.
 *
 * @param token what Prometheus shows as its bearer token to read `/actuator/prometheus`, at least 32 letters and digits, e.g.
 *     from `openssl rand -hex 32`; without it only holders of the permission `GetMetrics` may
 */
@ConfigurationProperties("convene.metrics")
record MetricsProperties(
        @Nullable
        @Pattern(
                regexp = "[A-Za-z0-9._~+/-]{32,}=*",
                message = "must have 32 characters or more: letters, digits, and any of -._~+/")
        String token) {

    @Override
    public String toString() {
        return "MetricsProperties[]";
    }
}
