package dev.convene.core.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.MeetingProblem.EncryptedAndArchived;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetingValuesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void aMeetingEndsAfterItBegins() {
        assertThatThrownBy(() -> Schedule.at(NOON, NOON))
                .isInstanceOfSatisfying(
                        InvalidSchedule.class, it -> assertThat(it.reason()).isEqualTo(Reason.ENDS_BEFORE_IT_BEGINS));
        assertThat(Schedule.now(NOON, NOON.plusNanos(1)).endsAt()).isEqualTo(NOON.plusNanos(1));
    }

    @Test
    void whatNoServerCanReadCannotBeRecorded() {
        assertThatThrownBy(() -> new Options(true, true, true)).isInstanceOf(EncryptedAndArchived.class);
    }

    @Test
    void metadataCannotBeChangedFromOutsideAndMayHoldJsonsNull() {
        var metadata = new HashMap<String, Object>(Map.of("team", "red"));
        metadata.put("nothing", null);
        var details = new Details(null, null, metadata);

        metadata.put("team", "blue");

        assertThat(details.metadata()).containsEntry("team", "red").containsEntry("nothing", null);
        assertThatThrownBy(() -> details.metadata().put("team", "blue"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aPageHasOneMeetingAtLeastAndAHundredAtMost() {
        assertThatThrownBy(() -> MeetingQuery.all(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MeetingQuery.all(MeetingQuery.MAX_LIMIT + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreNeitherBlankNorTooLong() {
        assertThatThrownBy(() -> new MeetingLink(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MeetingLink("x".repeat(MeetingLink.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TenantId("x".repeat(TenantId.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void linksAreAsThePredecessorsAndDoNotRepeat() {
        LinkGenerator links = LinkGenerator.nanoid();
        var seen = new HashSet<MeetingLink>();

        for (int i = 0; i < 10_000; i++) {
            MeetingLink link = links.next();
            assertThat(link.value()).matches("[A-Za-z0-9_-]{10}");
            assertThat(seen.add(link)).isTrue();
        }
    }
}
