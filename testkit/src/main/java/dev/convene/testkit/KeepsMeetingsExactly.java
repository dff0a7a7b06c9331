package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text, JSON and time come back as they were given. */
interface KeepsMeetingsExactly {

    Stores stores();

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    default void hostileTextComesBackAsItWasGiven(String hostile) {
        var metadata = Map.<String, Object>of(hostile, List.of(hostile, Map.of(hostile, hostile)));

        assertIsKept(aMeeting().described(new Details(hostile, hostile, metadata)));
    }

    @Test
    default void theLongestValuesFit() {
        assertIsKept(aMeeting()
                .linked("x".repeat(MeetingLink.MAX_LENGTH))
                .of(new TenantId(HostileText.ofLength(TenantId.MAX_LENGTH)))
                .in(new Room(new ProviderName("p".repeat(32)), new RoomId("r".repeat(RoomId.MAX_LENGTH))))
                .described(new Details(
                        HostileText.ofLength(Details.MAX_TITLE_LENGTH),
                        HostileText.ofLength(Details.MAX_EXTERNAL_ID_LENGTH),
                        Map.of("large", HostileText.ofLength(20_000)))));
    }

    @Test
    default void metadataKeepsItsTypesAndItsNesting() {
        Map<String, Object> metadata = Map.of(
                "integer",
                42,
                "beyond a double",
                9_007_199_254_740_993L,
                "decimal",
                0.1,
                "boolean",
                false,
                "text",
                "42",
                "empty",
                Map.of(),
                "list",
                List.of(1, "two", List.of(3.5, true), Map.of()),
                "deep",
                Map.of("a", Map.of("b", Map.of("c", List.of(Map.of("d", "e"))))));

        assertIsKept(aMeeting().described(new Details(null, null, metadata)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T12:00:00.001Z",
                "2026-12-31T23:59:59.999Z",
                "2024-02-29T00:00:00Z",
                "1999-12-31T23:59:59.999Z",
                "2106-02-07T06:28:16Z"
            })
    default void instantsAreKeptToTheMillisecond(Instant time) {
        assertIsKept(at(time));
    }

    /** The instants lie where the zone's local time is skipped or comes twice. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29T01:30:00Z",
        "Europe/Berlin, 2026-10-25T00:30:00Z",
        "Europe/Berlin, 2026-10-25T01:30:00Z",
        "America/St_Johns, 2026-03-08T05:45:00Z",
        "America/New_York, 2026-11-01T06:30:00Z",
        "Australia/Lord_Howe, 2026-10-03T15:40:00Z",
        "Pacific/Apia, 2011-12-30T10:30:00Z",
        "Asia/Kathmandu, 2026-01-01T00:00:00Z"
    })
    @ResourceLock(Resources.TIME_ZONE)
    default void theTimeZoneOfTheProcessDoesNotMatter(String zone, Instant time) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Meeting meeting = at(time).addedTo(stores());
            assertThat(stores().meetings().findByLink(meeting.link())).contains(meeting);

            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(stores().meetings().findByLink(meeting.link())).contains(meeting);
            assertThat(stores().meetings().overdue(time.plusSeconds(1), 10)).contains(meeting);
            assertThat(stores().meetings().overdue(time.plusSeconds(1).minusMillis(1), 10))
                    .isEmpty();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private void assertIsKept(ExampleMeeting example) {
        Meeting meeting = example.addedTo(stores());

        assertThat(stores().meetings().findByLink(meeting.link())).contains(meeting);
    }

    private static ExampleMeeting at(Instant time) {
        return aMeeting()
                .startingAt(time)
                .plannedToEndAt(time.plus(Duration.ofSeconds(1)))
                .startedAt(time);
    }
}
