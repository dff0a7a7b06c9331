package dev.convene.testkit.scenario;

import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.NewArchive;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.StorageTarget;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveStorageTest {

    private static final Caller ALICE = member("alice");
    private static final Unavailable DOWN = new Unavailable(FakeProvider.NAME, "be asked", Duration.ofSeconds(1), null);

    private final TestConvene convene = TestConvene.inMemory();
    private final Meeting meeting = convene.meetings().create(ALICE, NewMeeting.plain());

    @Test
    void anArchiveRemembersTheStorageThatWasInForceWhenItBegan() {
        var first = new StorageTarget.S3("first", "eu-west-1", null, true);
        convene.archives().storeIn(ALICE, Optional.empty(), first);
        assertThat(convene.provider().archives().target()).contains(first);

        Archive archive = started();
        convene.archives()
                .storeIn(ALICE, Optional.of(FakeProvider.NAME), new StorageTarget.Azure("later", null, false));

        assertThat(get(archive).storage()).isEqualTo(first);
    }

    @Test
    void aStorageThatTheProviderFailedToTakeIsNotInForce() {
        convene.provider().failNext(DOWN);

        assertThatThrownBy(() -> convene.archives()
                        .storeIn(ALICE, Optional.empty(), new StorageTarget.S3("bucket", null, null, false)))
                .isSameAs(DOWN);

        assertThat(started().storage()).isNull();
    }

    private Archive started() {
        convene.enter(ALICE, meeting.link());
        convene.deliverReports();
        return convene.archives().start(ALICE, meeting.link(), NewArchive.plain());
    }

    private Archive get(Archive archive) {
        return convene.archives().get(ALICE, archive.key().value());
    }
}
