package dev.convene.starter.security;

import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Finds out who makes a request: a user of the application, or else whom Convene's own token or cookie names. */
final class Callers {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessTokens tokens;
    private final SameOrigin sameOrigin;
    private final CallerResolver application;

    Callers(AccessTokens tokens, SameOrigin sameOrigin, CallerResolver application) {
        this.tokens = tokens;
        this.sameOrigin = sameOrigin;
        this.application = application;
    }

    /** Refuses a request that nobody known makes. */
    CallerAuthentication require(HttpServletRequest request) throws Refused {
        Optional<HostUser> user = application.resolve(request);
        if (user.isPresent()) {
            if (isOfAnotherSite(request)) {
                throw new Refused(Refusal.OTHER_SITE);
            }
            return user.get().authentication();
        }
        Credential credential = Credential.of(request).orElseThrow(() -> new Refused(Refusal.NO_TOKEN));
        CallerAuthentication caller = tokens.verify(credential.token());
        if (credential.cookie() && !isSafe(request) && !sameOrigin.proven(request)) {
            throw new Refused(Refusal.OTHER_SITE);
        }
        return caller;
    }

    /** A cookie that is no good any more, or that another site makes use of, is as good as none. */
    Optional<CallerAuthentication> recognise(HttpServletRequest request) throws Refused {
        Optional<HostUser> user = application.resolve(request);
        if (user.isPresent()) {
            return isOfAnotherSite(request) ? Optional.empty() : user.map(HostUser::authentication);
        }
        Optional<Credential> credential = Credential.of(request);
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        if (!credential.get().cookie()) {
            return Optional.of(tokens.verify(credential.get().token()));
        }
        if (!isSafe(request) && !sameOrigin.proven(request)) {
            return Optional.empty();
        }
        try {
            return Optional.of(tokens.verify(credential.get().token()));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /**
     * How the application knows its user is not known here; if it is by what a browser adds by itself, a page elsewhere
     * could make use of that. What is no browser may do without the headers that prove a page of ours.
     */
    private boolean isOfAnotherSite(HttpServletRequest request) {
        return !isSafe(request) && sameOrigin.refuted(request);
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod());
    }
}
