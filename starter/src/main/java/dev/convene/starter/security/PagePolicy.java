package dev.convene.starter.security;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What our pages may load and call (<a href="https://www.w3.org/TR/CSP3/">Content Security Policy 3</a>). */
final class PagePolicy {

    /** Nothing but what Convene serves. */
    static final String OWN = with(List.of());

    private PagePolicy() {}

    /** Besides it, what the providers' clients need. */
    static String with(Collection<BrowserClient> clients) {
        Map<String, String> directives = own();
        for (Directive directive : Directive.values()) {
            var added = new TreeSet<String>();
            clients.forEach(it -> added.addAll(it.sources().getOrDefault(directive, Set.of())));
            if (!added.isEmpty()) {
                directives.merge(directive.value(), "'self' " + String.join(" ", added), PagePolicy::merged);
            }
        }
        return directives.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String merged(String own, String added) {
        return own + added.substring("'self'".length());
    }

    private static Map<String, String> own() {
        var directives = new LinkedHashMap<String, String>();
        directives.put("default-src", "'none'");
        directives.put("script-src", "'self'");
        directives.put("style-src", "'self'");
        directives.put("img-src", "'self' data:");
        directives.put("connect-src", "'self'");
        directives.put("media-src", "'self' blob:");
        directives.put("font-src", "'self'");
        directives.put("base-uri", "'none'");
        directives.put("form-action", "'self'");
        directives.put("frame-ancestors", "'none'");
        return directives;
    }
}
