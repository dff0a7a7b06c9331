package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting is found as it was added, by those who may. */
interface KeepsMeetings {

    Stores stores();

    @Test
    default void aMeetingWithEverythingIsFoundAsItWasAdded() {
        Meeting meeting = aMeeting()
                .described(new Details("Stand-up", "crm-17", Map.of("team", "red")))
                .with(new Options(true, false, false))
                .plannedToEndAt(NOON.plus(Duration.ofHours(1)))
                .startedAt(NOON.plusMillis(1))
                .endedAt(NOON.plusMillis(2))
                .addedTo(stores());

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
    }

    @Test
    default void aMeetingWithNothingOptionalIsFoundAsItWasAdded() {
        Meeting meeting = aMeeting().addedTo(stores());

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
    }

    @Test
    default void aMeetingWhoseRoomIsOpenedLaterIsFoundAsItWasAdded() {
        Meeting meeting = aMeeting().withoutRoom().addedTo(stores());
        Meeting other = aMeeting().withoutRoom().addedTo(stores());

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
        assertThat(stores().meetings().find(TENANT, other.link())).contains(other);
    }

    @Test
    default void theRoomThatIsOpenedLaterIsOneOfTheMeeting() {
        Meeting meeting = aMeeting().withoutRoom().addedTo(stores());
        var room = new Room(meeting.provider(), new RoomId("opened-later"));

        stores().meetings().change(TENANT, meeting.link(), it -> it.moveTo(room.id()));

        assertThat(stores().meetings().findByRoom(room.provider(), room.id()))
                .map(Meeting::link)
                .contains(meeting.link());
        assertThat(stores().visits().knows(room)).isTrue();
    }

    @Test
    default void theLinkAloneFindsAMeetingOfAnyTenant() {
        Meeting meeting = aMeeting().of(OTHER_TENANT).addedTo(stores());

        assertThat(stores().meetings().findByLink(meeting.link())).contains(meeting);
    }

    @Test
    default void aMeetingIsFoundByItsRoom() {
        Meeting meeting = aMeeting().addedTo(stores());
        Room room = meeting.room();

        assertThat(stores().meetings().findByRoom(room.provider(), room.id())).contains(meeting);
        assertThat(stores().meetings().findByRoom(new ProviderName("other"), room.id()))
                .isEmpty();
        assertThat(stores().meetings().findByRoom(room.provider(), new RoomId("unknown")))
                .isEmpty();
    }

    @Test
    default void anotherTenantDoesNotFindIt() {
        Meeting meeting = aMeeting().of(TENANT).addedTo(stores());

        assertThat(stores().meetings().find(OTHER_TENANT, meeting.link())).isEmpty();
    }

    @Test
    default void anUnknownLinkFindsNothing() {
        var unknown = new MeetingLink("unknown");

        assertThat(stores().meetings().find(TENANT, unknown)).isEmpty();
        assertThat(stores().meetings().findByLink(unknown)).isEmpty();
    }

    @Test
    default void aLinkIsTakenForAllTenantsAndNothingOfTheSecondMeetingIsKept() {
        Meeting first = aMeeting().linked("taken").of(TENANT).addedTo(stores());
        Meeting second = aMeeting().linked("taken").of(OTHER_TENANT).build();

        assertThatThrownBy(() -> stores().meetings().add(second)).isInstanceOf(IllegalStateException.class);

        assertThat(stores().meetings().findByLink(first.link())).contains(first);
        assertThat(stores().visits().knows(second.room())).isFalse();
    }

    @Test
    default void aRoomIsTakenByOneMeetingAndNothingOfTheSecondIsKept() {
        Meeting first = aMeeting().addedTo(stores());
        Meeting second = aMeeting().in(first.room()).build();

        assertThatThrownBy(() -> stores().meetings().add(second)).isInstanceOf(IllegalStateException.class);

        assertThat(stores().meetings().findByLink(second.link())).isEmpty();
        assertThat(stores().meetings()
                        .findByRoom(first.room().provider(), first.room().id()))
                .contains(first);
    }

    @Test
    default void twoProvidersMayCallTheirRoomsTheSame() {
        var id = new RoomId("the-same");
        Meeting one = aMeeting().in(new Room(new ProviderName("one"), id)).addedTo(stores());
        Meeting two = aMeeting().in(new Room(new ProviderName("two"), id)).addedTo(stores());

        assertThat(stores().meetings().findByRoom(new ProviderName("one"), id)).contains(one);
        assertThat(stores().meetings().findByRoom(new ProviderName("two"), id)).contains(two);
    }

    @Test
    default void linksRoomsAndTenantsAreToldApartByCase() {
        Meeting lower = aMeeting()
                .linked("abc")
                .in(new Room(ExampleMeeting.PROVIDER, new RoomId("room-x")))
                .addedTo(stores());
        Meeting upper = aMeeting()
                .linked("ABC")
                .in(new Room(ExampleMeeting.PROVIDER, new RoomId("ROOM-X")))
                .addedTo(stores());

        assertThat(stores().meetings().findByLink(lower.link())).contains(lower);
        assertThat(stores().meetings().findByLink(upper.link())).contains(upper);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "acme ", "acm\u00E9"})
    default void tenantsOfSimilarNamesAreToldApart(String similar) {
        Meeting meeting = aMeeting().of(new TenantId("acme")).addedTo(stores());

        assertThat(stores().meetings().find(new TenantId(similar), meeting.link()))
                .isEmpty();
    }
}
