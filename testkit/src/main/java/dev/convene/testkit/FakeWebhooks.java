package dev.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Both ends of the webhook of a {@link FakeProvider}: a form, and its signature in the header {@value #SIGNATURE}. */
public final class FakeWebhooks implements WebhookReceiver {

    public static final String SIGNATURE = "Fake-Signature";

    private static final URI ANY = URI.create("https://meet.example/webhooks/fake");

    private final ProviderName name;
    private final Hmac hmac = new Hmac();

    FakeWebhooks(ProviderName name) {
        this.name = name;
    }

    @Override
    public ProviderName name() {
        return name;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        String signature = request.header(SIGNATURE).orElseThrow(() -> new NotAuthentic("no " + SIGNATURE));
        if (!hmac.isSignatureOf(request.body(), signature)) {
            throw new NotAuthentic("the signature does not fit the body");
        }
        return read(Form.decode(new String(request.body(), UTF_8)));
    }

    /** The request that reports the event. */
    public WebhookRequest signed(ProviderEvent event) {
        byte[] body = Form.encode(fields(event)).getBytes(UTF_8);
        return request(body, hmac.sign(body));
    }

    /** The same report by someone who does not have the key. */
    public WebhookRequest forged(ProviderEvent event) {
        byte[] body = Form.encode(fields(event)).getBytes(UTF_8);
        return request(body, new Hmac().sign(body));
    }

    private static WebhookRequest request(byte[] body, String signature) {
        return new WebhookRequest(ANY, Map.of(SIGNATURE, List.of(signature)), body);
    }

    private static Map<String, String> fields(ProviderEvent event) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", event.getClass().getSimpleName());
        fields.put("id", event.id());
        fields.put("room", event.room().value());
        fields.put("at", event.at().toString());
        switch (event) {
            case Joined it -> put(fields, it.connection(), it.participant());
            case Left it -> put(fields, it.connection(), it.participant());
            case EndedByModerator it -> fields.put("identity", it.identity());
        }
        return fields;
    }

    private static void put(Map<String, String> fields, ConnectionId connection, @Nullable Participant participant) {
        fields.put("connection", connection.value());
        if (participant != null) {
            fields.put("identity", participant.identity());
            fields.put("name", participant.name());
        }
    }

    private static List<ProviderEvent> read(Map<String, String> fields) throws Unreadable {
        try {
            return switch (fields.getOrDefault("kind", "")) {
                case "Joined" -> List.of(joined(fields));
                case "Left" -> List.of(left(fields));
                case "EndedByModerator" ->
                    List.of(new EndedByModerator(
                            field(fields, "id"), room(fields), at(fields), field(fields, "identity")));
                default -> List.of();
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Joined joined(Map<String, String> fields) {
        var participant = new Participant(field(fields, "identity"), field(fields, "name"));
        return new Joined(field(fields, "id"), room(fields), at(fields), connection(fields), participant);
    }

    private static Left left(Map<String, String> fields) {
        String identity = fields.get("identity");
        var participant = identity == null ? null : new Participant(identity, field(fields, "name"));
        return new Left(field(fields, "id"), room(fields), at(fields), connection(fields), participant);
    }

    private static RoomId room(Map<String, String> fields) {
        return new RoomId(field(fields, "room"));
    }

    private static ConnectionId connection(Map<String, String> fields) {
        return new ConnectionId(field(fields, "connection"));
    }

    private static Instant at(Map<String, String> fields) {
        return Instant.parse(field(fields, "at"));
    }

    private static String field(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field " + name + " is missing");
        }
        return value;
    }
}
