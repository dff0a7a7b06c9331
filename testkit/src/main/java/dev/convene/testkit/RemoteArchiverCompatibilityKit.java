package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.RoomId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archiver must also do when a vendor is behind it. */
public abstract class RemoteArchiverCompatibilityKit extends ArchiverCompatibilityKit {

    /** The vendor that the provider calls. */
    protected abstract FaultyVendor vendor();

    /** The vendor answers the next request to start an archive with 500; to be overridden where questions come before it. */
    protected void failNextStart() {
        vendor().failNext(VendorFault.answers(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 409})
    void whatDoesNotGoWithTheStateIsForWhoeverAsks(int status) {
        RoomId room = livelyRoom();
        ArchiveId archive = started(room).id();
        vendor().fail(VendorFault.answers(status));

        assertThatThrownBy(() -> started(room)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> archiver().stop(archive)).isInstanceOf(Conflict.class);
    }

    @Test
    void refusedCredentialsAreForTheOperator() {
        RoomId room = livelyRoom();
        ArchiveId archive = started(room).id();
        vendor().fail(VendorFault.answers(401));

        assertThatThrownBy(() -> started(room)).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> archiver().stop(archive)).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> archiver().refresh(archive)).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> archiver().archivesOf(room)).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> archiver().delete(archive)).isInstanceOf(CredentialsRefused.class);
        assertThatThrownBy(() -> archiver().download(archive)).isInstanceOf(CredentialsRefused.class);
    }

    @Test
    void aVendorThatIsDownMayBeTriedLater() {
        RoomId room = livelyRoom();
        ArchiveId archive = started(room).id();
        vendor().fail(VendorFault.answers(503));

        assertThatThrownBy(() -> started(room)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> archiver().stop(archive)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> archiver().refresh(archive)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> archiver().archivesOf(room)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> archiver().delete(archive)).isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "null", "[]", "{}"})
    void anAnswerThatMakesNoSenseIsADefectOfOurs(String body) {
        ArchiveId archive = started(livelyRoom()).id();
        vendor().fail(new VendorFault.Babbles(body));

        assertThatThrownBy(() -> archiver().refresh(archive)).isInstanceOf(Refused.class);
    }

    /** Whether the first try began a recording is not known: a second would record twice. */
    @Test
    void anArchiveIsStartedOnce() {
        RoomId room = livelyRoom();
        failNextStart();

        assertThatThrownBy(() -> started(room)).isInstanceOf(Unavailable.class);
        assertThat(archiver().archivesOf(room)).isEmpty();
    }

    @Test
    void aQuestionIsAskedAgain() {
        ArchiveReport archive = started(livelyRoom());
        vendor().failNext(VendorFault.answers(502));

        assertThat(archiver().refresh(archive.id()).map(ArchiveReport::status).map(ArchiveStatus::isRecording))
                .contains(true);
    }
}
