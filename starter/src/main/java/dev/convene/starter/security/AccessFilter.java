package dev.convene.starter.security;

import dev.convene.starter.problem.ProblemWriter;
import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Decides, before anything of the body is read, who asks and whether they may. */
final class AccessFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessTokens tokens;
    private final SameOrigin sameOrigin;
    private final ProblemWriter problems;

    AccessFilter(AccessTokens tokens, SameOrigin sameOrigin, ProblemWriter problems) {
        this.tokens = tokens;
        this.sameOrigin = sameOrigin;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            identify(request).ifPresent(it -> SecurityContextHolder.setContext(new SecurityContextImpl(it)));
        } catch (Refused e) {
            refuse(response, e.refusal());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<CallerAuthentication> identify(HttpServletRequest request) throws Refused {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        return switch (Operations.accessTo(HttpMethod.valueOf(request.getMethod()), path)) {
            case Access.Open open -> Optional.empty();
            case Access.Recognised recognised -> recognised(request);
            case Access.Permitted it -> Optional.of(permitted(request, it.permission()));
            case Access.Unknown unknown -> throw new Refused(Refusal.UNKNOWN);
        };
    }

    private CallerAuthentication permitted(HttpServletRequest request, Permission permission) throws Refused {
        Credential credential = Credential.of(request).orElseThrow(() -> new Refused(Refusal.NO_TOKEN));
        CallerAuthentication caller = tokens.verify(credential.token());
        if (credential.cookie() && !isSafe(request) && !sameOrigin.proven(request)) {
            throw new Refused(Refusal.OTHER_SITE);
        }
        if (!caller.holds(permission)) {
            throw new Refused(Refusal.NOT_PERMITTED);
        }
        return caller;
    }

    /** A cookie that is no good any more, or that another site makes use of, is as good as none. */
    private Optional<CallerAuthentication> recognised(HttpServletRequest request) throws Refused {
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

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(request.getMethod());
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        if (!refusal.challenge().isEmpty()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, refusal.challenge());
        }
        problems.write(response, refusal.problem());
    }
}
