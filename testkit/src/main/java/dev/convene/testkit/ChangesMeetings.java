package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.AlreadyEnded;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.RoomId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A change is kept whole or not at all, and none is lost. */
interface ChangesMeetings {

    Stores stores();

    @Test
    default void aChangeOfEverythingThatMayChangeIsReturnedAndKept() {
        Meeting before = aMeeting().addedTo(stores());
        var after = new Meeting(
                before.link(),
                before.tenant(),
                new Details("Retrospective", "crm-18", Map.of("team", "blue")),
                Schedule.now(NOON.plusMillis(1), NOON.plusMillis(2)),
                new Options(false, true, false),
                before.provider(),
                before.roomId(),
                new History(
                        before.history().created(),
                        new Stamp("other", NOON.plusMillis(3)),
                        NOON.plusMillis(4),
                        NOON.plusMillis(5)));

        assertThat(change(before.link(), it -> after)).isEqualTo(after);

        assertThat(stores().meetings().find(TENANT, before.link())).contains(after);
    }

    @Test
    default void whatCanBeAbsentCanBecomeAbsent() {
        Meeting before = aMeeting()
                .described(new Details("Stand-up", "crm-17", Map.of("team", "red")))
                .plannedToEndAt(NOON.plusMillis(1))
                .startedAt(NOON)
                .addedTo(stores());
        Meeting after =
                aMeeting().linked(before.link().value()).in(before.room()).build();

        change(before.link(), it -> after);

        assertThat(stores().meetings().find(TENANT, before.link())).contains(after);
    }

    @Test
    default void aChangeIsGivenTheMeetingAsItIsKept() {
        Meeting meeting = aMeeting().addedTo(stores());

        change(meeting.link(), it -> {
            assertThat(it).isEqualTo(meeting);
            return it;
        });
    }

    @Test
    default void aChangeOfNothingLeavesTheMeetingAsItWas() {
        Meeting meeting = aMeeting().addedTo(stores());

        assertThat(change(meeting.link(), it -> it)).isEqualTo(meeting);

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
    }

    @Test
    default void ofAChangeThatThrowsNothingIsKept() {
        Meeting meeting = aMeeting().addedTo(stores());
        var problem = new AlreadyEnded();

        assertThatThrownBy(() -> change(meeting.link(), it -> {
                    throw problem;
                }))
                .isSameAs(problem);

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
    }

    @Test
    default void anUnknownMeetingCannotBeChanged() {
        var unknown = new MeetingLink("unknown");

        assertUnknown(TENANT, unknown);
    }

    @Test
    default void anotherTenantCannotChangeIt() {
        Meeting meeting = aMeeting().of(TENANT).addedTo(stores());

        assertUnknown(OTHER_TENANT, meeting.link());
        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(meeting);
    }

    @Test
    default void theLongestIdentityMayEndAMeeting() {
        Meeting meeting = aMeeting().addedTo(stores());
        var by = new Stamp(HostileText.ofLength(Participant.MAX_IDENTITY_LENGTH), NOON);

        Meeting ended = change(meeting.link(), it -> it.end(by));

        assertThat(stores().meetings().find(TENANT, meeting.link())).contains(ended);
    }

    @Test
    default void aMeetingMovesToAnotherRoomAndItsFirstIsStillKnown() {
        Meeting before = aMeeting().addedTo(stores());
        var second = new Room(ExampleMeeting.PROVIDER, new RoomId("second"));

        Meeting after = change(before.link(), it -> in(second, it));

        assertThat(stores().meetings().find(TENANT, before.link())).contains(after);
        assertThat(stores().meetings().findByRoom(second.provider(), second.id()))
                .contains(after);
        assertThat(stores().meetings()
                        .findByRoom(before.room().provider(), before.room().id()))
                .isEmpty();
        assertThat(stores().meetings().meetingOf(before.room())).contains(after);
        assertThat(stores().meetings().meetingOf(second)).contains(after);
        assertThat(stores().visits().knows(before.room())).isTrue();
        assertThat(stores().visits().knows(second)).isTrue();
    }

    @Test
    default void ofSixtyFourEndsAtOnceExactlyOneWins() {
        Meeting meeting = aMeeting().addedTo(stores());

        List<String> winners = AtOnce.run(64, i -> endedBy("ender-" + i, meeting.link())).stream()
                .flatMap(it -> it)
                .toList();

        assertThat(winners).hasSize(1);
        assertThat(stores().meetings().find(TENANT, meeting.link()))
                .hasValueSatisfying(
                        it -> assertThat(it.history().modified().by()).isEqualTo(winners.getFirst()));
    }

    @Test
    default void ofTwoHundredChangesAtOnceNoneIsLost() {
        Meeting meeting = aMeeting()
                .described(new Details(null, null, Map.of("count", 0)))
                .addedTo(stores());

        AtOnce.run(200, i -> change(meeting.link(), ChangesMeetings::counted));

        assertThat(stores().meetings().find(TENANT, meeting.link()))
                .hasValueSatisfying(it -> assertThat(it.details().metadata()).containsEntry("count", 200));
    }

    private Meeting change(MeetingLink link, UnaryOperator<Meeting> change) {
        return stores().meetings().change(TENANT, link, change);
    }

    private void assertUnknown(TenantId tenant, MeetingLink link) {
        assertThatThrownBy(() -> stores().meetings().change(tenant, link, it -> {
                    throw new AssertionError("called for a meeting that is not there");
                }))
                .isInstanceOfSatisfying(
                        Unknown.class, problem -> assertThat(problem.link()).isEqualTo(link));
    }

    private Stream<String> endedBy(String ender, MeetingLink link) {
        try {
            change(link, it -> it.end(new Stamp(ender, NOON)));
            return Stream.of(ender);
        } catch (AlreadyEnded e) {
            return Stream.empty();
        }
    }

    private static Meeting counted(Meeting it) {
        int count = (Integer) it.details().metadata().getOrDefault("count", 0);
        return aMeeting()
                .linked(it.link().value())
                .in(it.room())
                .described(new Details(null, null, Map.of("count", count + 1)))
                .build();
    }

    private static Meeting in(Room room, Meeting it) {
        return new Meeting(
                it.link(),
                it.tenant(),
                it.details(),
                it.schedule(),
                it.options(),
                room.provider(),
                room.id(),
                it.history());
    }
}
