package dev.convene.starter.security;

import dev.convene.starter.settings.AtLeast;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in to the console.
 *
 * @param oneTimeLink whether each start makes a link that signs one browser in; off where access tokens are verified
 *     (`convene.jwt`)
 * @param sessionLife how long a browser stays signed in by the one-time link
 * @param sessionSecret the key of the console's sessions, 32 bytes or more; without it each start makes its own and ends
 *     them. The server keeps one in its data folder
 */
@ConfigurationProperties("convene.console")
record ConsoleProperties(
        @DefaultValue("false") boolean oneTimeLink,
        @DefaultValue("12h") @AtLeast("1m") Duration sessionLife,

        @Nullable @Size(min = 32, message = "must have 32 characters or more")
        String sessionSecret) {

    @Override
    public String toString() {
        return "ConsoleProperties[oneTimeLink=%s, sessionLife=%s]".formatted(oneTimeLink, sessionLife);
    }
}
