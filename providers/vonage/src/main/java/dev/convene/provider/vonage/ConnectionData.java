package dev.convene.provider.vonage;

import dev.convene.core.provider.Participant;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person as the text that Vonage keeps with a connection and shows to the others: the identity alone, as the predecessor
 * sent it, or {@code {"identity", "name"}} if there is a name besides. {@code {}} before an identity says that it is not such
 * an object although it looks like one.
 */
final class ConnectionData {

    /** See <a href="https://developer.vonage.com/en/video/guides/create-token">Creating tokens</a>. */
    static final int MAX_LENGTH = 1000;

    private static final String BARE = "{}";

    static final int MAX_IDENTITY_LENGTH = MAX_LENGTH - BARE.length();

    private static final JsonMapper JSON = JsonMapper.shared();

    private ConnectionData() {}

    /** Never longer than {@link #MAX_LENGTH}: a name that does not fit is left out. */
    static String of(Participant participant) {
        String identity = participant.identity();
        boolean named = !participant.name().isBlank() && !participant.name().equals(identity);
        if (named) {
            String both = JSON.writeValueAsString(new Both(identity, participant.name()));
            if (both.length() <= MAX_LENGTH) {
                return both;
            }
        }
        if (!identity.startsWith("{")) {
            return identity;
        }
        String object = JSON.writeValueAsString(Map.of("identity", identity));
        return object.length() <= MAX_LENGTH ? object : BARE + identity;
    }

    /** @throws IllegalArgumentException if there is no identity in it */
    static Participant read(String data) {
        if (data.startsWith(BARE) && data.length() > BARE.length()) {
            return named(data.substring(BARE.length()), "");
        }
        if (data.startsWith("{")) {
            JsonNode object = parsed(data);
            if (object.path("identity").isString()) {
                return named(
                        object.path("identity").stringValue(),
                        object.path("name").asString(""));
            }
        }
        return named(data, "");
    }

    private static Participant named(String identity, String name) {
        String shown = name.isBlank() ? identity : name;
        return new Participant(identity, shown.substring(0, Math.min(shown.length(), Participant.MAX_NAME_LENGTH)));
    }

    private static JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private record Both(String identity, String name) {}
}
