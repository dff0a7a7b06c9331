package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link dev.convene.core.event.EventLog} must do. Extend it by a test class that returns your stores,
 * emptied, from {@link #emptyStores()}; every test is inherited.
 */
public abstract class EventLogCompatibilityKit extends StoresKit {

    private static final ProviderName OTHER_PROVIDER = new ProviderName("other");
    private static final RoomId ROOM = new RoomId("room");
    private static final ConnectionId CONNECTION = new ConnectionId("connection");
    private static final Participant ADA = new Participant("ada", "Ada");

    @BeforeEach
    void aMeetingAtEachProvider() {
        aMeeting().in(new Room(PROVIDER, ROOM)).addedTo(stores());
        aMeeting().in(new Room(OTHER_PROVIDER, ROOM)).addedTo(stores());
    }

    @Test
    void anEventOfEachKindIsKeptOnce() {
        List<ProviderEvent> events = List.of(
                new Joined("event-1", ROOM, NOON, CONNECTION, ADA),
                new Left("event-2", ROOM, NOON, CONNECTION, ADA),
                new Left("event-3", ROOM, NOON, CONNECTION, null),
                new EndedByModerator("event-4", ROOM, NOON, "ada"));

        assertThat(events).allMatch(this::isNew);
        assertThat(events).noneMatch(this::isNew);
    }

    @Test
    void theSameIdIsTheSameEventWhateverElseItSays() {
        isNew(new Joined("event", ROOM, NOON, CONNECTION, ADA));

        assertThat(isNew(new Left("event", ROOM, NOON.plusSeconds(1), CONNECTION, null)))
                .isFalse();
    }

    @Test
    void eachProviderHasItsOwnIds() {
        assertThat(isNew(left("event"))).isTrue();
        assertThat(stores().events().addIfNew(OTHER_PROVIDER, left("event"), NOON))
                .isTrue();
    }

    @Test
    void idsAreToldApartByCase() {
        assertThat(isNew(left("event"))).isTrue();
        assertThat(isNew(left("EVENT"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    void hostileTextIsKept(String hostile) {
        var event = new Joined(hostile, ROOM, NOON, CONNECTION, new Participant(hostile, hostile));

        assertThat(isNew(event)).isTrue();
        assertThat(isNew(event)).isFalse();
    }

    @Test
    void theLongestValuesFit() {
        var participant = new Participant(
                HostileText.ofLength(Participant.MAX_IDENTITY_LENGTH),
                HostileText.ofLength(Participant.MAX_NAME_LENGTH));
        var connection = new ConnectionId("c".repeat(ConnectionId.MAX_LENGTH));

        assertThat(isNew(new Joined("e".repeat(255), ROOM, NOON, connection, participant)))
                .isTrue();
        assertThat(isNew(new EndedByModerator("e".repeat(254), ROOM, NOON, participant.identity())))
                .isTrue();
    }

    @Test
    void anEventIsNotKeptIfItsTransactionIsRolledBack() {
        var failure = new IllegalStateException("on purpose");
        assertThatThrownBy(() -> stores().transaction().inOne(() -> {
                    assertThat(isNew(left("event"))).isTrue();
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(isNew(left("event"))).isTrue();
    }

    @Test
    void anEventOfATransactionThatIsKeptIsKept() {
        stores().transaction().inOne(() -> {
            isNew(left("event"));
            assertThat(isNew(left("event"))).isFalse();
        });

        assertThat(isNew(left("event"))).isFalse();
    }

    @Test
    void ofSixtyFourAtOnceExactlyOneIsNew() {
        List<Boolean> kept = AtOnce.run(64, i -> isNew(left("event")));

        assertThat(kept).filteredOn(it -> it).hasSize(1);
    }

    private boolean isNew(ProviderEvent event) {
        return stores().events().addIfNew(PROVIDER, event, NOON);
    }

    private static ProviderEvent left(String id) {
        return new Left(id, ROOM, NOON, CONNECTION, null);
    }
}
