package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
import dev.convene.starter.problem.ProblemWriter;
import dev.convene.starter.security.RateLimiter.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Keeps one client from asking so often that others wait; comes after the access is decided. */
final class RateLimitFilter extends OncePerRequestFilter {

    /** What is limited, and by what its clients are told apart. */
    private record Rule(
            HttpMethod method, PathRule path, Function<HttpServletRequest, String> client, RateLimiter limiter) {}

    private final List<Rule> rules;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimitProperties limits, Clock clock, ProblemWriter problems) {
        this.rules = List.of(
                new Rule(
                        HttpMethod.POST,
                        PathRule.of("/session/{link}/token"),
                        it -> caller(),
                        new RateLimiter("tokens", limits.tokens(), clock)),
                new Rule(
                        HttpMethod.POST,
                        PathRule.of("/join/{link}"),
                        ClientAddress::of,
                        new RateLimiter("guest-joins", limits.guestJoins(), clock)),
                new Rule(
                        HttpMethod.GET,
                        PathRule.of("/join/{link}"),
                        ClientAddress::of,
                        new RateLimiter("guest-lookups", limits.guestLookups(), clock)),
                new Rule(
                        HttpMethod.POST,
                        PathRule.of("/console/sign-in"),
                        ClientAddress::of,
                        new RateLimiter("sign-ins", limits.signIns(), clock)));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Rule rule = ruleFor(request);
        if (rule != null) {
            Standing standing = rule.limiter().count(rule.client().apply(request));
            response.setHeader("RateLimit-Policy", standing.policyField());
            response.setHeader("RateLimit", standing.limitField());
            if (!standing.allowed()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(standing.seconds()));
                problems.write(response, tooMany(standing));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private @Nullable Rule ruleFor(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        var method = "HEAD".equals(request.getMethod()) ? HttpMethod.GET : HttpMethod.valueOf(request.getMethod());
        for (Rule rule : rules) {
            if (rule.method().equals(method) && rule.path().matches(path)) {
                return rule;
            }
        }
        return null;
    }

    /** The access filter lets nobody else through to what is counted by caller. */
    private static String caller() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication it
                ? it.getPrincipal().tenant() + " " + it.getPrincipal().id()
                : "";
    }

    private static Problem tooMany(Standing standing) {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "Too many requests; try again in " + standing.seconds() + " s.")
                .with("retryAfter", standing.seconds());
    }
}
