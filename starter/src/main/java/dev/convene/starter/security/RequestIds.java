package dev.convene.starter.security;

import dev.convene.core.audit.AuditOrigin;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request an id, the client's own if it has a sensible one: in the answer, in the log, in the audit log. */
final class RequestIds extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    /** In a structured log a field; in a plain one, {@code %X{requestId}}. */
    static final String LOGGED_AS = "requestId";

    private static final Pattern SENSIBLE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = idOf(request.getHeader(HEADER));
        response.setHeader(HEADER, id);
        try (var logged = MDC.putCloseable(LOGGED_AS, id)) {
            chain.doFilter(request, response);
        }
    }

    private static String idOf(@Nullable String given) {
        return given != null && SENSIBLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /** The request that the current thread answers, and whoever is signed in to make it. */
    static final class Current implements AuditOrigin {

        @Override
        public Optional<String> actor() {
            return caller().map(Caller::id);
        }

        @Override
        public Optional<TenantId> tenant() {
            return caller().map(Caller::tenant);
        }

        @Override
        public Optional<String> requestId() {
            return Optional.ofNullable(MDC.get(LOGGED_AS));
        }

        private static Optional<Caller> caller() {
            return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication it
                    ? Optional.of(it.getPrincipal())
                    : Optional.empty();
        }
    }
}
