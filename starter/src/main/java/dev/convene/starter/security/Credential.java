package dev.convene.starter.security;

import dev.convene.starter.security.Refusal.Refused;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * What a request shows for who makes it.
 *
 * @param cookie the browser added it by itself, so it proves nothing about who wanted the request
 */
record Credential(String token, boolean cookie) {

    static final String COOKIE = "convene_session";

    /** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 ; schemes know no case (RFC 9110 section 11.1). */
    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEARER_SCHEME = Pattern.compile("Bearer( .*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY_TOKEN = Pattern.compile("(^|&)access_token=");

    /** The Authorization header, or else the session cookie. */
    static Optional<Credential> of(HttpServletRequest request) throws Refused {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.isEmpty()) {
            return cookie(request).map(it -> new Credential(it, true));
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || (BEARER_SCHEME.matcher(header).matches() && hasQueryToken(request))) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        if (!BEARER_SCHEME.matcher(header).matches()) {
            return Optional.empty();
        }
        Matcher bearer = BEARER.matcher(header);
        if (!bearer.matches()) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        return Optional.of(new Credential(bearer.group(1), false));
    }

    private static boolean hasQueryToken(HttpServletRequest request) {
        return request.getQueryString() != null
                && QUERY_TOKEN.matcher(request.getQueryString()).find();
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        return request.getCookies() == null
                ? Optional.empty()
                : Arrays.stream(request.getCookies())
                        .filter(it -> COOKIE.equals(it.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    @Override
    public String toString() {
        return cookie ? "session cookie" : "bearer token";
    }
}
