package dev.convene.provider.vonage;

import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Meetings on Vonage's media servers. A room is a Vonage session, which costs nothing until somebody is in it and which no
 * call closes: {@link #closeRoom} disconnects everybody, and after it nobody comes in who has no token from before.
 */
final class VonageProvider implements VideoProvider {

    static final ProviderName NAME = new ProviderName("vonage");

    /** Who comes in while others are being put out is put out on the next turn. */
    private static final int CLOSING_TURNS = 5;

    private static final String CLOSE = "close a room";

    private final VonageHttp http;
    private final JoinTokens tokens;
    private final Offer offer;
    private final Optional<Archiver> archiver;

    VonageProvider(VonageHttp http, JoinTokens tokens, Offer offer) {
        this.http = http;
        this.tokens = tokens;
        this.offer = offer;
        this.archiver = offer.routed() ? Optional.of(new VonageArchiver(http, offer.storage())) : Optional.empty();
    }

    @Override
    public ProviderName name() {
        return NAME;
    }

    @Override
    public Capabilities capabilities() {
        return offer.capabilities();
    }

    /**
     * Routed: only such a session can be recorded, or take Vonage's {@code e2ee}. See <a
     * href="https://developer.vonage.com/en/video/guides/create-session">Creating a session</a>.
     */
    @Override
    public RoomId openRoom(RoomSpec spec) {
        if (spec.archived() && (spec.endToEndEncrypted() || !offer.routed())) {
            throw new Refused(NAME, "record a room whose media its servers cannot read", null);
        }
        if (spec.endToEndEncrypted() && !offer.routed()) {
            throw new Refused(NAME, "encrypt a relayed room end to end", null);
        }
        var form = new LinkedHashMap<String, String>();
        form.put("archiveMode", spec.archived() ? "always" : "manual");
        form.put("p2p.preference", offer.routed() ? "disabled" : "enabled");
        if (spec.endToEndEncrypted()) {
            form.put("e2ee", "true");
        }
        Answer answer = http.send(Call.form("open a room", "/session/create", form));
        JsonNode id = answer.json().path(0).path("session_id");
        if (!id.isString() || id.stringValue().isBlank() || id.stringValue().length() > RoomId.MAX_LENGTH) {
            throw answer.unreadable("no session");
        }
        return new RoomId(id.stringValue());
    }

    @Override
    public JoinToken issueToken(RoomId room, Grant grant) {
        return tokens.sign(room, grant);
    }

    @Override
    public void closeRoom(RoomId room) {
        for (int turn = 0; turn < CLOSING_TURNS; turn++) {
            Set<ConnectionId> present = connections(CLOSE, room);
            if (present.isEmpty()) {
                return;
            }
            present.forEach(it -> disconnect(room, it));
        }
        var cause = new IllegalStateException("people are in it after " + CLOSING_TURNS + " turns");
        throw new Unavailable(NAME, CLOSE, RetryAfter.USUAL, cause);
    }

    @Override
    public Set<ConnectionId> connectionsIn(RoomId room) {
        return connections("list who is connected", room);
    }

    @Override
    public BrowserClient browserClient() {
        return offer.client();
    }

    @Override
    public Optional<Archiver> archiver() {
        return archiver;
    }

    private Set<ConnectionId> connections(String what, RoomId room) {
        Answer answer = http.send(http.get(what, session(room) + "/connection"));
        if (answer.isNotFound()) {
            return Set.of();
        }
        JsonNode items = answer.json().path("items");
        if (!items.isArray()) {
            throw answer.unreadable("no list");
        }
        return items.valueStream()
                .filter(it -> !"Disconnected".equals(it.path("connectionState").asString("")))
                .map(it -> it.path("connectionId").asString(""))
                .filter(it -> !it.isBlank())
                .map(ConnectionId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who has gone meanwhile is out as well. */
    private void disconnect(RoomId room, ConnectionId connection) {
        String path = http.project(session(room) + "/connection/" + Call.encoded(connection.value()));
        Answer answer = http.send(Call.delete(CLOSE, path));
        if (!answer.isNotFound()) {
            answer.done();
        }
    }

    private static String session(RoomId room) {
        return "/session/" + Call.encoded(room.value());
    }

    /**
     * What this installation's settings make of Vonage.
     *
     * @param routed media goes over Vonage's servers, and not from browser to browser
     */
    record Offer(boolean routed, int maxParticipants, VonageStorage storage, BrowserClient client) {

        Capabilities capabilities() {
            return VonageCapabilities.of(this);
        }
    }
}
