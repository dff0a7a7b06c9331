package dev.convene.starter.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Comes first, so that refusals have the headers too; a controller may still set its own. */
final class HeadersFilter extends OncePerRequestFilter {

    private final ResponseHeaders headers;

    HeadersFilter(ResponseHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.write(request, response, ServletRequestPathUtils.parse(request).pathWithinApplication());
        chain.doFilter(request, response);
    }
}
