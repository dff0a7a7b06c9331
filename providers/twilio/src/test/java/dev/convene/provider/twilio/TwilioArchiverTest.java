package dev.convene.provider.twilio;

import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.StorageTarget;
import dev.convene.vendor.testkit.VendorRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwilioArchiverTest {

    private static final StorageTarget.S3 BUCKET = new StorageTarget.S3("files", "eu-central-1", null, true);

    @RegisterExtension
    final Stage stage = new Stage();

    private final Archiver archiver = stage.provider.archiver().orElseThrow();

    @Test
    void aMeetingThatIsArchivedFromItsStartIsOneFileInTheEnd() {
        RoomId room = stage.provider.openRoom(new RoomSpec(true, false));
        stage.join(room, "ada");
        stage.join(room, "ben");
        assertThat(archiver.archivesOf(room))
                .singleElement()
                .satisfies(it -> assertThat(it.status()).isEqualTo(ArchiveStatus.ACTIVE));
        var archive = new ArchiveId(room.value());

        stage.provider.closeRoom(room);
        assertThat(status(archive)).isEqualTo(ArchiveStatus.UPLOADING);
        assertThat(composed()).isEmpty();

        stage.twilio.finishRecordings(room.value());
        assertThat(status(archive)).isEqualTo(ArchiveStatus.UPLOADING);
        assertThat(status(archive)).isEqualTo(ArchiveStatus.UPLOADING);
        assertThat(composed()).singleElement().satisfies(it -> {
            assertThat(it.form("RoomSid")).contains(room.value());
            assertThat(it.form("VideoLayout")).contains("{\"grid\":{\"video_sources\":[\"*\"]}}");
            assertThat(it.form("AudioSources")).contains("*");
            assertThat(it.form("Format")).contains("mp4");
            assertThat(it.form("StatusCallback")).contains(Stage.CALLBACK.toString());
        });

        stage.twilio.finishCompositions(room.value());
        assertThat(archiver.refresh(archive))
                .contains(new ArchiveReport(
                        archive, room, ArchiveStatus.READY, new Facts(NOON, Duration.ofSeconds(60), 5_000L, null)));
        assertThat(archiver.download(archive))
                .singleElement()
                .satisfies(it -> assertThat(it.toString()).startsWith("https://files.example/CJ"));
    }

    @Test
    void theSoundAloneIsComposedWithoutALayout() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        stage.join(room, "ada");
        archiver.start(room, new ArchiveSpec("sound", ArchiveOutput.COMPOSED, ArchiveLayout.BEST_FIT, true, false));
        stage.provider.closeRoom(room);
        stage.twilio.finishRecordings(room.value());

        archiver.refresh(new ArchiveId(room.value()));

        assertThat(composed())
                .singleElement()
                .satisfies(it -> assertThat(it.form("VideoLayout")).isEmpty());
    }

    @Test
    void singleTracksAreReadyWithoutAComposition() {
        RoomId room = stage.provider.openRoom(RoomSpec.plain());
        stage.join(room, "ada");
        var archive = new ArchiveId(room.value());
        archiver.start(room, new ArchiveSpec("each", ArchiveOutput.INDIVIDUAL, ArchiveLayout.BEST_FIT, true, true));
        archiver.stop(archive);
        assertThat(status(archive)).isEqualTo(ArchiveStatus.STOPPING);
        stage.provider.closeRoom(room);
        assertThat(status(archive)).isEqualTo(ArchiveStatus.UPLOADING);

        stage.twilio.finishRecordings(room.value());

        ArchiveReport ready = archiver.refresh(archive).orElseThrow();
        assertThat(ready.status()).isEqualTo(ArchiveStatus.READY);
        assertThat(ready.facts()).isEqualTo(new Facts(NOON, Duration.ofSeconds(60), 2_000L, null));
        assertThat(archiver.download(archive)).hasSize(2);
        assertThat(composed()).isEmpty();
    }

    @Test
    void whatNobodySentAnythingToFails() {
        RoomId room = stage.provider.openRoom(new RoomSpec(true, false));
        stage.provider.closeRoom(room);

        ArchiveReport report = archiver.refresh(new ArchiveId(room.value())).orElseThrow();

        assertThat(report.status()).isEqualTo(ArchiveStatus.FAILED);
        assertThat(report.facts().reason()).contains("nobody");
    }

    @Test
    void whatTwilioCannotComposeFailsAndIsNotComposedAgain() {
        var archive = new ArchiveId(recordedAndOver().value());
        archiver.refresh(archive);
        stage.twilio.failCompositions(archive.value());

        assertThat(status(archive)).isEqualTo(ArchiveStatus.FAILED);
        assertThat(composed()).hasSize(1);
    }

    @Test
    void deletingLeavesNoFile() {
        RoomId room = recordedAndOver();
        var archive = new ArchiveId(room.value());
        archiver.refresh(archive);
        stage.twilio.finishCompositions(room.value());

        archiver.delete(archive);

        assertThat(status(archive)).isEqualTo(ArchiveStatus.DELETED);
        assertThat(stage.twilio.requests())
                .filteredOn(it -> it.method().equals("DELETE"))
                .extracting(it -> it.path().replaceAll("/v1/(.*)/.*", "$1"))
                .containsExactly("Recordings", "Recordings", "Compositions");
    }

    @Test
    void whatIsDeletedIsNotRecordedOn() {
        RoomId room = stage.provider.openRoom(new RoomSpec(true, false));
        stage.join(room, "ada");
        stage.twilio.finishRecordings(room.value());

        archiver.delete(new ArchiveId(room.value()));

        assertThat(archiver.archivesOf(room)).extracting(ArchiveReport::status).containsExactly(ArchiveStatus.DELETED);
    }

    @Test
    void aBucketIsForComposedFilesAndTheTracksStayWithTwilio() {
        archiver.storeIn(BUCKET);

        assertThat(stage.twilio.settings("RecordingSettings")).containsEntry("AwsStorageEnabled", List.of("false"));
        assertThat(stage.twilio.settings("CompositionSettings"))
                .containsEntry("AwsStorageEnabled", List.of("true"))
                .containsEntry("AwsS3Url", List.of("https://files.s3.eu-central-1.amazonaws.com/"))
                .containsEntry("AwsCredentialsSid", List.of("CR00000000000000000000000000000001"));
    }

    @Test
    void theUrlOfABucketIsTakenAsItIsGiven() {
        archiver.storeIn(new StorageTarget.S3("files", null, URI.create("https://files.example.org/meetings"), true));

        assertThat(stage.twilio.settings("CompositionSettings"))
                .containsEntry("AwsS3Url", List.of("https://files.example.org/meetings"));
    }

    @Test
    void tracksThatAreInTheBucketAreTheArchive() {
        RoomId room = recordedAndOver();
        stage.twilio.moveRecordings(room.value());
        var archive = new ArchiveId(room.value());

        assertThat(status(archive)).isEqualTo(ArchiveStatus.READY);
        assertThat(archiver.download(archive)).isEmpty();
        assertThat(composed()).isEmpty();
    }

    @Test
    void withoutCredentialsForTheBucketTheSettingIsNamed() {
        var storage = new TwilioStorage(stage.calls, null, false);

        assertThatThrownBy(() -> storage.storeIn(BUCKET))
                .isInstanceOfSatisfying(
                        Conflict.class, it -> assertThat(it.reason()).contains("convene.twilio.aws-credential-sid"));
    }

    private RoomId recordedAndOver() {
        RoomId room = stage.provider.openRoom(new RoomSpec(true, false));
        stage.join(room, "ada");
        stage.provider.closeRoom(room);
        stage.twilio.finishRecordings(room.value());
        return room;
    }

    private ArchiveStatus status(ArchiveId archive) {
        return archiver.refresh(archive).orElseThrow().status();
    }

    private List<VendorRequest> composed() {
        return stage.twilio.requests().stream()
                .filter(it -> it.method().equals("POST") && it.path().equals("/v1/Compositions"))
                .toList();
    }
}
