package dev.convene.starter.security;

import dev.convene.core.meeting.Caller;
import dev.convene.starter.problem.Problem;
import dev.convene.starter.security.Refusal.Refused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends access tokens before their time. */
@RestController
@Tag(name = "Access tokens")
class RevocationController {

    private static final Problem NOT_A_TOKEN = Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "not-an-access-token",
            "token is no access token that is valid here: send it in its compact form, without \"Bearer\".");

    private final AccessTokens tokens;

    RevocationController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /** @param token the access token in its compact form, without "Bearer" */
    record Revocation(@Nullable String token) {}

    @Operation(
            summary = "Revoke an access token",
            description =
                    "From then on it is refused with 401 TokenRevoked: here at once, by other nodes within a second. "
                            + "To revoke it again, or after its end, changes nothing.")
    @PostMapping(path = "/access-tokens/revoked", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@RequestBody Revocation revocation, @Parameter(hidden = true) @AuthenticationPrincipal Caller caller)
            throws Refused {
        tokens.revoke(revocation.token() == null ? "" : revocation.token().strip(), caller);
    }

    /** Whoever calls was let in: what is invalid is the token in the body. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused e) {
        return e.refusal() == Refusal.TOKEN_INVALID ? Refusals.answer(NOT_A_TOKEN) : Refusals.answer(e.refusal());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        return Refusals.answer(
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body is JSON: {\"token\": …}."));
    }
}
