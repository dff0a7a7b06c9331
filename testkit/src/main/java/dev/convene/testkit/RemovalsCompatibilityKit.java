package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.RoomId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link dev.convene.core.meeting.Removals} must do. Extend it by a test class that returns your stores, emptied,
 * from {@link #emptyStores()}; every test is inherited.
 */
public abstract class RemovalsCompatibilityKit extends StoresKit {

    @Test
    void whoWasRemovedStaysOutOfThatMeetingAndNoOther() {
        Room room = aMeeting().addedTo(stores()).room();
        Room other = aMeeting().addedTo(stores()).room();

        stores().removals().add(room, "mallory", NOON);

        assertThat(stores().removals().contains(room, "mallory")).isTrue();
        assertThat(stores().removals().contains(room, "Mallory")).isFalse();
        assertThat(stores().removals().contains(room, "ada")).isFalse();
        assertThat(stores().removals().contains(other, "mallory")).isFalse();
    }

    @Test
    void whoeverIsRemovedTwiceIsOut() {
        Room room = aMeeting().addedTo(stores()).room();

        stores().removals().add(room, "mallory", NOON);
        stores().removals().add(room, "mallory", NOON.plusSeconds(1));

        assertThat(stores().removals().contains(room, "mallory")).isTrue();
    }

    @Test
    void anotherRoomOfTheMeetingDoesNotLetThemInAgain() {
        Meeting meeting = aMeeting().addedTo(stores());
        stores().removals().add(meeting.room(), "mallory", NOON);

        Meeting moved =
                stores().meetings().change(meeting.tenant(), meeting.link(), it -> it.moveTo(new RoomId("next")));

        assertThat(stores().removals().contains(moved.room(), "mallory")).isTrue();
    }

    @Test
    void nobodyIsRemovedFromAnUnknownRoom() {
        var unknown = new Room(aMeeting().addedTo(stores()).provider(), new RoomId("unknown"));

        stores().removals().add(unknown, "mallory", NOON);

        assertThat(stores().removals().contains(unknown, "mallory")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    void anIdentityMayBeAnyText(String hostile) {
        Room room = aMeeting().addedTo(stores()).room();

        stores().removals().add(room, hostile, NOON);

        assertThat(stores().removals().contains(room, hostile)).isTrue();
    }

    @Test
    void theLongestIdentityFits() {
        Room room = aMeeting().addedTo(stores()).room();
        String identity = HostileText.ofLength(Participant.MAX_IDENTITY_LENGTH);

        stores().removals().add(room, identity, NOON);

        assertThat(stores().removals().contains(room, identity)).isTrue();
    }
}
