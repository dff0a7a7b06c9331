package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
import dev.convene.starter.security.Refusal.Refused;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs a browser in to the console and out of it. */
@Hidden
@RestController
@RequestMapping("/console")
class ConsoleController {

    private final SignIns signIns;
    private final SameOrigin sameOrigin;
    private final SessionCookie cookie;

    ConsoleController(SignIns signIns, SameOrigin sameOrigin, SessionCookie cookie) {
        this.signIns = signIns;
        this.sameOrigin = sameOrigin;
        this.cookie = cookie;
    }

    /** One of the two is given. */
    record SignIn(@Nullable String token, @Nullable String accessToken) {}

    @GetMapping(path = "/me", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> me() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication caller
                ? Map.of(
                        "signedIn",
                        true,
                        "id",
                        caller.getPrincipal().id(),
                        "name",
                        caller.getPrincipal().name(),
                        "permissions",
                        new TreeSet<>(caller.permissions()))
                : Map.of("signedIn", false, "oneTimeLink", signIns.isByLink());
    }

    @PostMapping(path = "/sign-in", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> signIn(HttpServletRequest request, @RequestBody SignIn signIn) throws Refused {
        refuseOtherSites(request);
        if (signIn.accessToken() != null && !SessionCookie.holds(signIn.accessToken())) {
            return Refusals.answer(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "token-too-long",
                    "The access token is longer than a browser's cookie may be; take one with fewer claims."));
        }
        var session = signIn.accessToken() != null
                ? signIns.byAccessToken(signIn.accessToken())
                : signIns.byLink(signIn.token() == null ? "" : signIn.token()).orElse(null);
        return session == null
                ? Refusals.answer(noSuchLink())
                : ResponseEntity.noContent()
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie.of(session, request.isSecure()).toString())
                        .build();
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) throws Refused {
        refuseOtherSites(request);
        Optional<Credential> session = Credential.of(request).filter(Credential::cookie);
        if (session.isPresent()) {
            signIns.signOut(session.get().token());
        }
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        cookie.removal(request.isSecure()).toString())
                .build();
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused e) {
        return Refusals.answer(e.refusal());
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException e) {
        return Refusals.answer(Problem.of(
                HttpStatus.BAD_REQUEST, "malformed-json", "The body is JSON: {\"token\": …} or {\"accessToken\": …}."));
    }

    /** Else a page elsewhere could sign a browser in as somebody else, or out. */
    private void refuseOtherSites(HttpServletRequest request) throws Refused {
        if (sameOrigin.refuted(request)) {
            throw new Refused(Refusal.OTHER_SITE);
        }
    }

    private Problem noSuchLink() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED,
                "sign-in-refused",
                signIns.isByLink()
                        ? "This sign-in link was used already, or an earlier start printed it. Restart Convene for a new one."
                        : "Sign-in links are off here: sign in with an access token.");
    }
}
