package dev.convene.starter.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Tells whether a page of this very origin made a request, without a token in the page: by what the browser says and a
 * page cannot change (https://www.w3.org/TR/fetch-metadata/).
 */
final class SameOrigin {

    static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

    private final @Nullable String publicOrigin;

    /** @param publicUrl where people reach this service; null for where a request reached it */
    SameOrigin(@Nullable URI publicUrl) {
        this.publicOrigin = publicUrl == null ? null : of(publicUrl);
    }

    /** A page of this origin did it. */
    boolean proven(HttpServletRequest request) {
        String site = request.getHeader(SEC_FETCH_SITE);
        // browsers say it on secure pages only; elsewhere there is still the origin
        return site != null ? "same-origin".equals(site) : isOwnOrigin(request);
    }

    /** A page of another origin did it. Neither this nor {@link #proven}: no browser. */
    boolean refuted(HttpServletRequest request) {
        String site = request.getHeader(SEC_FETCH_SITE);
        return site != null
                ? !"same-origin".equals(site)
                : request.getHeader(HttpHeaders.ORIGIN) != null && !isOwnOrigin(request);
    }

    private boolean isOwnOrigin(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null
                && (origin.equals(publicOrigin)
                        || origin.equals(
                                origin(request.getScheme(), request.getServerName(), request.getServerPort())));
    }

    static String of(URI url) {
        return origin(url.getScheme(), url.getHost(), url.getPort());
    }

    /** As browsers write it: without the scheme's own port. */
    private static String origin(String scheme, String host, int port) {
        boolean usual = port < 0 || port == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
