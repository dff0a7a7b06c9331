package dev.convene.core.provider;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a provider's browser client needs beyond what Convene serves itself.
 *
 * @param settings what the client is told, by name. Everybody with a join link reads it: no secrets
 * @param sources what the join page may load and call besides its own origin, as sources of its
 *     Content-Security-Policy (<a href="https://www.w3.org/TR/CSP3/#framework-directive-source-list">CSP 3</a>), like
 *     {@code https://video.example.com}
 */
public record BrowserClient(Map<String, String> settings, Map<Directive, Set<String>> sources) {

    /** All it needs comes from Convene. */
    public static final BrowserClient OWN = new BrowserClient(Map.of(), Map.of());

    private static final Pattern SOURCE = Pattern.compile("'unsafe-inline'|[a-z]+:|(https?|wss?)://[A-Za-z0-9.*:-]+");

    /** A directive of the policy that a client may add sources to. */
    public enum Directive {
        SCRIPT("script-src"),
        CONNECT("connect-src"),
        STYLE("style-src"),
        IMAGE("img-src"),
        WORKER("worker-src");

        private final String value;

        Directive(String value) {
            this.value = value;
        }

        /** The directive in its form on the wire. */
        public String value() {
            return value;
        }
    }

    public BrowserClient {
        settings = Map.copyOf(settings);
        var copy = new EnumMap<Directive, Set<String>>(Directive.class);
        sources.forEach((directive, added) -> copy.put(directive, checked(directive, added)));
        sources = copy;
    }

    private static Set<String> checked(Directive directive, Set<String> sources) {
        for (String source : sources) {
            if (!isSource(source) || (directive == Directive.SCRIPT && source.startsWith("'"))) {
                throw new IllegalArgumentException("Not a source for " + directive.value() + ": " + source);
            }
        }
        return Set.copyOf(sources);
    }

    /** Whether the text is one source that may be added to a policy, so that it cannot change the rest of it. */
    public static boolean isSource(String text) {
        return SOURCE.matcher(text).matches();
    }
}
