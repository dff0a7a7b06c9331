package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Why a request is turned away, in the predecessor's words. */
enum Refusal {
    NO_TOKEN(
            HttpStatus.UNAUTHORIZED,
            "authentication-required",
            "Sign in, or send an access token: Authorization: Bearer …",
            "Bearer realm=\"Users\""),
    TOKEN_EXPIRED(HttpStatus.UNAUTHORIZED, "token-expired", "The access token has expired.", "TokenExpired"),
    PASSWORD_EXPIRED(
            HttpStatus.UNAUTHORIZED,
            "password-expired",
            "The password of this account has expired; change it where you sign in.",
            "PasswordExpiryError"),
    TOKEN_REVOKED(HttpStatus.UNAUTHORIZED, "token-revoked", "The access token was revoked.", "TokenRevoked"),
    TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "token-invalid", "The access token is not valid here.", "Token Invalid"),
    NOT_PERMITTED(
            HttpStatus.FORBIDDEN,
            "not-permitted",
            "Your account does not have the permission for this.",
            "NotAllowedAccess"),
    OTHER_SITE(
            HttpStatus.FORBIDDEN,
            "cross-site-request",
            "A page of another site may not do this in your name.",
            "NotAllowedAccess"),
    KEYS_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "keys-unavailable",
            "The key of this access token cannot be looked up now. Nothing was changed; try again in 2 s.",
            "Service Unavailable"),
    REVOCATION_UNKNOWN(
            HttpStatus.SERVICE_UNAVAILABLE,
            "database-unavailable",
            "The database does not answer now. Nothing was changed; try again in 2 s.",
            "Service Unavailable"),
    UNKNOWN(HttpStatus.NOT_FOUND, "not-found", "There is no such operation.", "API not found !");

    private final Problem problem;

    Refusal(HttpStatus status, String code, String detail, String message) {
        this.problem = Problem.of(status, code, detail).saying(message);
    }

    Problem problem() {
        return problem;
    }

    /** The challenge of RFC 6750 section 3, or when to try again; none for what is no matter of a token. */
    Map<String, String> headers() {
        return switch (this) {
            case NO_TOKEN -> challenge("");
            case TOKEN_EXPIRED, PASSWORD_EXPIRED, TOKEN_REVOKED, TOKEN_INVALID ->
                challenge(", error=\"invalid_token\"");
            case NOT_PERMITTED -> challenge(", error=\"insufficient_scope\"");
            case KEYS_UNAVAILABLE, REVOCATION_UNKNOWN -> Map.of(HttpHeaders.RETRY_AFTER, "2");
            case OTHER_SITE, UNKNOWN -> Map.of();
        };
    }

    private static Map<String, String> challenge(String error) {
        return Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Users\"" + error);
    }

    /** Ends the handling of a request. */
    static final class Refused extends Exception {

        private final Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.problem.message(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
