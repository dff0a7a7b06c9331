package dev.convene.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body, sorted by name as Twilio signs them; a name may have
 * several values.
 */
record FormBody(SortedMap<String, SortedSet<String>> fields) {

    /** @throws Unreadable if an escape in it is none */
    static FormBody of(byte[] body) throws Unreadable {
        var fields = new TreeMap<String, SortedSet<String>>();
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                fields.computeIfAbsent(name, it -> new TreeSet<>()).add(value);
            }
        }
        return new FormBody(fields);
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(SortedSet::first).filter(it -> !it.isBlank());
    }

    String needed(String name) throws Unreadable {
        return field(name).orElseThrow(() -> new Unreadable("the parameter " + name + " is missing"));
    }

    /** As Twilio signs it: each name and its value, with nothing between. */
    String signedForm() {
        var text = new StringBuilder();
        fields.forEach(
                (name, values) -> values.forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    private static String decoded(String text) throws Unreadable {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("the body is not form-encoded");
        }
    }
}
