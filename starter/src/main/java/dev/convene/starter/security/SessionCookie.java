package dev.convene.starter.security;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** The cookie that holds a console session's token. */
final class SessionCookie {

    /** Browsers drop a cookie of more than 4096 bytes: https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
    private static final int MAX_LENGTH = 3800;

    private final Clock clock;

    SessionCookie(Clock clock) {
        this.clock = clock;
    }

    static boolean holds(String token) {
        return token.length() <= MAX_LENGTH;
    }

    /** Lives as long as the token; for one without an end, as long as the browser runs. */
    ResponseCookie of(SignIns.Session session, boolean secure) {
        var cookie = cookie(session.token(), secure);
        var expiresAt = session.caller().expiresAt();
        return expiresAt == null
                ? cookie.build()
                : cookie.maxAge(Duration.between(clock.instant(), expiresAt)).build();
    }

    ResponseCookie removal(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, boolean secure) {
        return ResponseCookie.from(Credential.COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .path("/");
    }
}
