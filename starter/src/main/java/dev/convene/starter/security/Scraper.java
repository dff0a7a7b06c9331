package dev.convene.starter.security;

import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What reads the numbers by itself: it is nobody's, so it shows a token of the configuration instead of an access token. */
final class Scraper {

    private final byte @Nullable [] token;

    /** @param token null: there is no such thing */
    Scraper(@Nullable String token) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    }

    boolean makes(HttpServletRequest request) throws Refused {
        return token != null
                && Credential.of(request)
                        .filter(it -> !it.cookie())
                        .filter(it -> MessageDigest.isEqual(token, it.token().getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
