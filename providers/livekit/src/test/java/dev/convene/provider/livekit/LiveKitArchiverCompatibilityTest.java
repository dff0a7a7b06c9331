package dev.convene.provider.livekit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.RemoteArchiverCompatibilityKit;
import dev.convene.vendor.testkit.VendorFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveKitArchiverCompatibilityTest extends RemoteArchiverCompatibilityKit {

    @RegisterExtension
    final Stage stage = new Stage(Duration.ofMillis(900));

    @Override
    protected VideoProvider newProvider() {
        return stage.recording();
    }

    @Override
    protected FaultyVendor vendor() {
        return stage.livekit;
    }

    @Override
    protected void arrives(RoomId room) {
        stage.join(room, "ada");
    }

    @Override
    protected void complete(ArchiveId id) {
        stage.livekit.egress().complete(egress(id));
    }

    /** LiveKit waits for somebody to send. */
    @Override
    protected boolean recordsEmptyRooms() {
        return true;
    }

    /** It is asked before whether the room is being recorded. */
    @Override
    protected void failNextStart() {
        stage.livekit.egress().failNextStart();
    }

    @Test
    void whatIsReportedIsWhatIsAnswered() {
        ArchiveReport started = started(livelyRoom());
        archiver().stop(started.id());
        complete(started.id());

        assertThat(stage.reported())
                .filteredOn(ArchiveChanged.class::isInstance)
                .extracting(it -> ((ArchiveChanged) it).report().status())
                .containsExactly(ArchiveStatus.STARTING, ArchiveStatus.STOPPING, ArchiveStatus.READY);
        assertThat(archiver().refresh(started.id()).orElseThrow().facts())
                .isEqualTo(new ArchiveReport.Facts(stage.clock.instant(), Duration.ofMinutes(1), 1000L, null));
    }

    /** Its bucket does not. */
    @Test
    void whatLiveKitHasForgottenIsStillThere() {
        ArchiveReport archive = started(livelyRoom());
        archiver().stop(archive.id());
        complete(archive.id());
        stage.livekit.egress().forget();

        ArchiveReport refreshed = archiver().refresh(archive.id()).orElseThrow();
        assertThat(refreshed.room()).isEqualTo(archive.room());
        assertThat(refreshed.status()).isEqualTo(ArchiveStatus.READY);
        assertThat(refreshed.facts().sizeBytes()).isEqualTo(1000L);
        assertThat(archiver().download(archive.id()))
                .singleElement()
                .satisfies(it -> assertThat(it.toString())
                        .contains("/recordings/convene/", "X-Amz-Expires=600", "X-Amz-Signature=")
                        .doesNotContain("secret-key"));

        archiver().delete(archive.id());
        assertThat(archiver().refresh(archive.id())).isEmpty();
    }

    /** It would be carried to the bucket after that. */
    @Test
    void whatIsNotFinishedIsNotDeleted() {
        ArchiveReport archive = started(livelyRoom());

        assertThatThrownBy(() -> archiver().delete(archive.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void aRoomIsRecordedFromTheStart() {
        RoomId room = provider().openRoom(new RoomSpec(true, false));

        assertThat(archiver().archivesOf(room))
                .singleElement()
                .satisfies(it -> assertThat(it.room()).isEqualTo(room));
    }

    @Test
    void soundAloneIsRecordedAsSound() {
        var spec = new ArchiveSpec("sound", ArchiveOutput.COMPOSED, ArchiveLayout.PICTURE_IN_PICTURE, true, false);

        ArchiveReport started = archiver().start(livelyRoom(), spec);

        assertThat(started.id().value()).endsWith(".ogg");
        assertThat(stage.livekit.requests().getLast().body())
                .contains(
                        "\"audio_only\":true",
                        "\"video_only\":false",
                        "\"file_type\":\"OGG\"",
                        "\"layout\":\"speaker\"");
    }

    /** By the names of LiveKit's own sample. */
    @Test
    void aRequestIsAsLiveKitDocumentsIt() throws Exception {
        Optional<Path> sample = VendorFiles.find("samples/livekit/request-room-composite-file.json");
        assumeTrue(sample.isPresent(), "LiveKit's sample is not here");
        JsonNode documented = JsonMapper.shared().readTree(Files.readString(sample.orElseThrow()));
        started(livelyRoom());
        JsonNode sent =
                JsonMapper.shared().readTree(stage.livekit.requests().getLast().body());

        JsonNode file = sent.path("file_outputs").path(0);
        JsonNode documentedFile = documented.path("file_outputs").path(0);
        assertThat(sent.propertyNames()).containsAll(documented.propertyNames());
        assertThat(file.propertyNames()).containsAll(documentedFile.propertyNames());
        assertThat(file.path("s3").propertyNames())
                .containsAll(documentedFile.path("s3").propertyNames());
    }

    private static String egress(ArchiveId id) {
        return id.value().substring(0, id.value().indexOf('/'));
    }
}
