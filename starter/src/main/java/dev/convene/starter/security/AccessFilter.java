package dev.convene.starter.security;

import dev.convene.starter.problem.ProblemWriter;
import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Decides, before anything of the body is read, who asks and whether they may. */
final class AccessFilter extends OncePerRequestFilter {

    private final Callers callers;
    private final Scraper scraper;
    private final ProblemWriter problems;

    AccessFilter(Callers callers, Scraper scraper, ProblemWriter problems) {
        this.callers = callers;
        this.scraper = scraper;
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
            case Access.Recognised recognised -> callers.recognise(request);
            case Access.Permitted it -> permitted(request, it.permission());
            case Access.Unknown unknown -> throw new Refused(Refusal.UNKNOWN);
        };
    }

    private Optional<CallerAuthentication> permitted(HttpServletRequest request, Permission permission) throws Refused {
        if (permission == Permission.READ_METRICS && scraper.makes(request)) {
            return Optional.empty();
        }
        CallerAuthentication caller = callers.require(request);
        if (!caller.holds(permission)) {
            throw new Refused(Refusal.NOT_PERMITTED);
        }
        return Optional.of(caller);
    }

    private void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
        refusal.headers().forEach(response::setHeader);
        problems.write(response, refusal.problem());
    }
}
