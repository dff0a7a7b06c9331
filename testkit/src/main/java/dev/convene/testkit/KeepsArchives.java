package dev.convene.testkit;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.Archive;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Archives are found as they were added. */
interface KeepsArchives {

    Stores stores();

    @Test
    default void anArchiveIsFoundByItsKeyAndByItsProvidersId() {
        Archive archive = anArchive(aMeeting().addedTo(stores()))
                .reported("archive", ArchiveStatus.ACTIVE)
                .addedTo(stores());

        assertThat(stores().archives().find(TENANT, archive.key().value())).contains(archive);
        assertThat(stores().archives().find(TENANT, "archive")).contains(archive);
        assertThat(stores().archives().findByProviderId(ExampleMeeting.PROVIDER, new ArchiveId("archive")))
                .contains(archive);
    }

    @Test
    default void anotherTenantFindsNone() {
        Archive archive = anArchive(aMeeting().addedTo(stores()))
                .reported("archive", ArchiveStatus.ACTIVE)
                .addedTo(stores());

        assertThat(stores().archives().find(OTHER_TENANT, archive.key().value()))
                .isEmpty();
        assertThat(stores().archives().find(OTHER_TENANT, "archive")).isEmpty();
        assertThat(stores().archives().find(TENANT, "other")).isEmpty();
    }

    @Test
    default void theSameIdOfTwoProvidersIsOfTwoArchives() {
        var other = new ProviderName("other");
        Meeting here = aMeeting().addedTo(stores());
        Meeting there = aMeeting().in(new Room(other, new RoomId("room"))).addedTo(stores());
        Archive one = anArchive(here).reported("archive", ArchiveStatus.ACTIVE).addedTo(stores());
        Archive two = anArchive(there).reported("archive", ArchiveStatus.ACTIVE).addedTo(stores());

        assertThat(stores().archives().findByProviderId(ExampleMeeting.PROVIDER, new ArchiveId("archive")))
                .contains(one);
        assertThat(stores().archives().findByProviderId(other, new ArchiveId("archive")))
                .contains(two);
    }

    @Test
    default void everythingOfItIsKept() {
        var facts = new Facts(
                NOON.minusMillis(1),
                Duration.ofMillis(1234),
                10_000_000_000L,
                HostileText.ofLength(Facts.MAX_REASON_LENGTH));
        var spec = new ArchiveSpec(
                HostileText.ofLength(ArchiveSpec.MAX_NAME_LENGTH),
                ArchiveOutput.INDIVIDUAL,
                ArchiveLayout.VERTICAL_PRESENTATION,
                false,
                true);
        Archive archive = anArchive(aMeeting().addedTo(stores()))
                .as(spec)
                .storedIn(new StorageTarget.S3("bucket", "eu-west-1", URI.create("https://s3.example/x"), true))
                .reported("a".repeat(ArchiveId.MAX_LENGTH), ArchiveStatus.FAILED, facts)
                .addedTo(stores());

        assertIsKept(archive);
    }

    @Test
    default void whatIsNotKnownIsKeptAsThat() {
        assertIsKept(anArchive(aMeeting().addedTo(stores())).addedTo(stores()));
    }

    @Test
    default void everyStatusIsKept() {
        Meeting meeting = aMeeting().addedTo(stores());
        for (ArchiveStatus status : ArchiveStatus.values()) {
            assertIsKept(anArchive(meeting).reported("in " + status, status).addedTo(stores()));
        }
    }

    @Test
    default void aRemovedOneIsForgotten() {
        Archive archive = anArchive(aMeeting().addedTo(stores())).addedTo(stores());

        stores().archives().remove(archive.key());
        stores().archives().remove(archive.key());

        assertThat(stores().archives().find(TENANT, archive.key().value())).isEmpty();
    }

    private void assertIsKept(Archive archive) {
        assertThat(stores().archives().find(TENANT, archive.key().value())).contains(archive);
    }
}
