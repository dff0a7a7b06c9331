package dev.convene.starter.settings;

import dev.convene.core.audit.PersonNames;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The audit log.
 *
 * @param enabled whether every change is recorded
 * @param personNames whether the log shows the names of people who came and left; their ids it always does. Nothing can be
 *     taken out of it again
 * @param datasource a database of the log's own; without an address it is in the service's
 */
@ConfigurationProperties("convene.audit")
public record AuditProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("hidden") PersonNames personNames,
        @DefaultValue @Valid Datasource datasource) {

    /**
     * A database that only the log is in.
     *
     * @param url its JDBC address, such as {@code jdbc:postgresql://db.example.org/audit}
     * @param username who connects
     * @param password their password
     */
    public record Datasource(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {

        @AssertTrue(message = "username and password are of no use without url")
        boolean isWhole() {
            return url != null || (username == null && password == null);
        }

        @Override
        public String toString() {
            return "Datasource[url=%s, username=%s]".formatted(url, username);
        }
    }
}
