package dev.convene.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Who an application's own users are to Convene. With a bean of this type they use Convene's API and pages as who they are
 * signed in as there, without an access token of Convene's.
 *
 * <p>Convene's paths have a filter chain of their own, so the application's has not run: the request is as it came in.
 */
@FunctionalInterface
public interface CallerResolver {

    /**
     * Asked before Convene looks for a token or a cookie of its own, once for each request for which it matters who makes
     * it. Safe for use by many threads. What it throws fails the request with a 500.
     *
     * @return empty if the application does not know who makes this request
     */
    Optional<HostUser> resolve(HttpServletRequest request);

    /**
     * For an application that keeps its users signed in by a session, as Spring Security does after a form login or OAuth.
     *
     * @param user who somebody signed in is to Convene; empty for nobody. Not asked about anonymous people
     */
    static CallerResolver bySession(Function<Authentication, Optional<HostUser>> user) {
        var sessions = new HttpSessionSecurityContextRepository();
        return request -> Optional.ofNullable(
                        sessions.loadDeferredContext(request).get().getAuthentication())
                .filter(it -> it.isAuthenticated() && !(it instanceof AnonymousAuthenticationToken))
                .flatMap(user);
    }
}
