package dev.convene.core.provider;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A webhook as it came in, nothing decoded.
 *
 * @param url the URL the sender called, as seen before any proxy; Twilio signs it
 * @param headers by name, in any case
 * @param body the raw bytes that were signed; not copied, not to be changed
 */
public record WebhookRequest(URI url, Map<String, List<String>> headers, byte[] body) {

    public WebhookRequest {
        var byName = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        headers = byName;
    }

    /** The header's only value; empty if it is absent or given more than once, which no provider does. */
    public Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
