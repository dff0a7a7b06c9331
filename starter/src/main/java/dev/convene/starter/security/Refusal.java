package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
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
    UNKNOWN(HttpStatus.NOT_FOUND, "not-found", "There is no such operation.", "API not found !");

    private final Problem problem;

    Refusal(HttpStatus status, String code, String detail, String message) {
        this.problem = Problem.of(status, code, detail).saying(message);
    }

    Problem problem() {
        return problem;
    }

    /** The challenge of RFC 6750 section 3; empty for what is no matter of a token. */
    String challenge() {
        return switch (this) {
            case NO_TOKEN -> "Bearer realm=\"Users\"";
            case TOKEN_EXPIRED, PASSWORD_EXPIRED, TOKEN_INVALID -> "Bearer realm=\"Users\", error=\"invalid_token\"";
            case NOT_PERMITTED -> "Bearer realm=\"Users\", error=\"insufficient_scope\"";
            case OTHER_SITE, UNKNOWN -> "";
        };
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
