package dev.convene.testkit;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What still waits for its provider is found. */
interface FindsUnsettledArchives {

    Stores stores();

    @Test
    default void theArchiveThatWaitsForItsConfirmationTheLongestIsFound() {
        Meeting meeting = aMeeting().addedTo(stores());
        anArchive(meeting)
                .requestedAt(NOON.minusSeconds(9))
                .in(ArchiveStatus.FAILED)
                .addedTo(stores());
        anArchive(meeting)
                .requestedAt(NOON.minusSeconds(8))
                .reported("confirmed", ArchiveStatus.STARTING)
                .addedTo(stores());
        anArchive(aMeeting().addedTo(stores()))
                .requestedAt(NOON.minusSeconds(7))
                .addedTo(stores());
        anArchive(meeting).requestedAt(NOON).addedTo(stores());
        Archive oldest = anArchive(meeting).requestedAt(NOON.minusSeconds(1)).addedTo(stores());

        assertThat(stores().archives().oldestUnconfirmed(meeting.room())).contains(oldest);
    }

    @Test
    default void whereNoneWaitsNoneIsFound() {
        assertThat(stores().archives()
                        .oldestUnconfirmed(aMeeting().addedTo(stores()).room()))
                .isEmpty();
    }

    @Test
    default void settledOnesAndThoseOfOtherProvidersAreNotUnsettled() {
        Meeting meeting = aMeeting().addedTo(stores());
        for (ArchiveStatus status : ArchiveStatus.values()) {
            anArchive(meeting).reported("in " + status, status).addedTo(stores());
        }

        assertThat(stores().archives().unsettled(PROVIDER, NOON.plusSeconds(1), 100))
                .extracting(Archive::status)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ArchiveStatus.values())
                        .filter(it -> !it.isSettled())
                        .toList());
        assertThat(stores().archives().unsettled(new ProviderName("other"), NOON.plusSeconds(1), 100))
                .isEmpty();
    }

    @Test
    default void theLongestNotComparedComesFirst() {
        Meeting meeting = aMeeting().addedTo(stores());
        ArchiveKey third = requested(meeting, NOON);
        ArchiveKey first = requested(meeting, NOON.minusSeconds(2));
        ArchiveKey second = requested(meeting, NOON.minusSeconds(1));
        assertUnsettled(NOON.plusMillis(1), first, second, third);

        stores().archives().compared(first, NOON.plusMillis(1));

        assertUnsettled(NOON.plusMillis(2), second, third, first);
        assertUnsettled(NOON, second);
        assertThat(stores().archives().unsettled(PROVIDER, NOON.plusMillis(2), 1))
                .extracting(Archive::key)
                .containsExactly(second);
    }

    private void assertUnsettled(Instant comparedBefore, ArchiveKey... keys) {
        assertThat(stores().archives().unsettled(PROVIDER, comparedBefore, 100))
                .extracting(Archive::key)
                .containsExactly(keys);
    }

    private ArchiveKey requested(Meeting meeting, Instant at) {
        return anArchive(meeting).requestedAt(at).addedTo(stores()).key();
    }
}
