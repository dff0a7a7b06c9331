package dev.convene.starter.security;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access tokens of the organisation.
 *
 * @param secret the key of the organisation's access tokens (HS256), 32 bytes or more; with it, the console is signed in
 *     to with such a token
 * @param issuer who issues the access tokens, their `iss`; without it anyone who has the secret
 * @param requireExpiry whether an access token without `exp` is refused; the predecessor takes it
 */
@ConfigurationProperties("convene.jwt")
record JwtProperties(
        @Nullable @Size(min = 1, message = "must not be empty")
        String secret,

        @Nullable @Size(min = 1, message = "must not be empty")
        String issuer,

        @DefaultValue("false") boolean requireExpiry) {

    @Override
    public String toString() {
        return "JwtProperties[issuer=%s, requireExpiry=%s]".formatted(issuer, requireExpiry);
    }
}
