package dev.convene.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;

/** What browsers are told about a response, by the kind of its path. */
final class ResponseHeaders {

    private static final PathRule JOIN_PAGE = PathRule.of("/meet/**");
    private static final PathRule PAGES = PathRule.of("/", "/console", "/convene/**");
    private static final PathRule API_PAGES = PathRule.of("/swagger-ui.html", "/swagger-ui/**");

    /** Swagger UI puts style attributes into its markup, so it gets a policy of its own. */
    private static final String API_PAGE_POLICY = """
            default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
            connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'""";

    private static final Map<String, String> EVERYWHERE = Map.of("X-Content-Type-Options", "nosniff");

    /** A page's address may be a join link, which is a secret: no Referrer. */
    private static final Map<String, String> ON_PAGES = Map.of(
            // pages and their scripts belong together: after an update, none of the old
            HttpHeaders.CACHE_CONTROL,
            "no-cache",
            "Content-Security-Policy",
            PagePolicy.OWN,
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(self), microphone=(self), display-capture=(self)",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private static final Map<String, String> ON_API_PAGES = Map.of(
            "Content-Security-Policy", API_PAGE_POLICY,
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin");

    private static final Map<String, String> ON_THE_API = Map.of(HttpHeaders.CACHE_CONTROL, "no-store");

    private static final String STRICT_TRANSPORT_SECURITY = "max-age=31536000";

    private final String joinPagePolicy;

    /** @param joinPagePolicy of the page that runs the providers' clients */
    ResponseHeaders(String joinPagePolicy) {
        this.joinPagePolicy = joinPagePolicy;
    }

    void write(HttpServletRequest request, HttpServletResponse response, PathContainer path) {
        EVERYWHERE.forEach(response::setHeader);
        if (JOIN_PAGE.matches(path)) {
            ON_PAGES.forEach(response::setHeader);
            response.setHeader("Content-Security-Policy", joinPagePolicy);
        } else if (PAGES.matches(path)) {
            ON_PAGES.forEach(response::setHeader);
        } else if (API_PAGES.matches(path)) {
            ON_API_PAGES.forEach(response::setHeader);
        } else {
            ON_THE_API.forEach(response::setHeader);
        }
        // to "localhost" it would forbid http to whatever else runs there
        if (request.isSecure() && !"localhost".equals(request.getServerName())) {
            response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT_SECURITY);
        }
    }
}
