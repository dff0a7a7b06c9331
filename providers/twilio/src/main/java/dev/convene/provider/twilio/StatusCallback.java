package dev.convene.provider.twilio;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderEvent.RoomClosed;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One status callback, authentic. Its {@code SequenceNumber} is Twilio's own and no order; what it reports happened at its
 * {@code Timestamp}. The archive of a room is known by the room's SID.
 */
final class StatusCallback {

    private final FormBody form;
    private final String event;
    private final RoomId room;
    private final Instant at;

    private StatusCallback(FormBody form) throws Unreadable {
        this.form = form;
        this.event = form.needed("StatusCallbackEvent");
        this.room = new RoomId(form.needed("RoomSid"));
        this.at = Instant.parse(form.needed("Timestamp"));
    }

    /** @throws Unreadable if a parameter that is needed is missing, or makes no sense */
    static List<ProviderEvent> events(FormBody form) throws Unreadable {
        try {
            ProviderEvent event = new StatusCallback(form).event();
            return event == null ? List.of() : List.of(event);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ProviderEvent event() throws Unreadable {
        return switch (event) {
            case "participant-connected" -> new Joined(id(), room, at, connection(), participant());
            case "participant-disconnected" -> new Left(id(), room, at, connection(), participant());
            case "room-ended" -> new RoomClosed(id(), room, at);
            case "recording-started" -> archive(ArchiveStatus.ACTIVE, new Facts(at, null, null, null));
            // one track of several: what it means for the whole is found out by a look at the room
            case "recording-completed", "recording-failed" -> archive(ArchiveStatus.ACTIVE, Facts.NONE);
            case "composition-enqueued", "composition-started" -> archive(ArchiveStatus.UPLOADING, Facts.NONE);
            case "composition-available" -> archive(ArchiveStatus.READY, composed());
            case "composition-failed" ->
                archive(
                        ArchiveStatus.FAILED,
                        new Facts(null, null, null, form.field("ErrorMessage").orElse("Twilio could not compose it")));
            default -> null;
        };
    }

    private ArchiveChanged archive(ArchiveStatus status, Facts facts) {
        return new ArchiveChanged(id(), at, new ArchiveReport(new ArchiveId(room.value()), room, status, facts));
    }

    private Facts composed() {
        Optional<Long> seconds = form.field("Duration").map(Long::valueOf);
        Optional<Long> bytes = form.field("Size").map(Long::valueOf);
        return new Facts(null, seconds.map(Duration::ofSeconds).orElse(null), bytes.orElse(null), null);
    }

    /** The same for each delivery, and another for whatever else happens. */
    private String id() {
        Stream<String> about = Stream.of("RoomSid", "ParticipantSid", "RecordingSid", "CompositionSid")
                .flatMap(it -> form.field(it).stream());
        return Stream.of(Stream.of(event), about, Stream.of(at.toString()))
                .flatMap(it -> it)
                .collect(Collectors.joining(":"));
    }

    private ConnectionId connection() throws Unreadable {
        return new ConnectionId(form.needed("ParticipantSid"));
    }

    /** Twilio knows no name but the identity. */
    private Participant participant() throws Unreadable {
        String identity = form.needed("ParticipantIdentity");
        return new Participant(identity, identity);
    }
}
