package dev.convene.testkit;

import static dev.convene.testkit.ExampleMeeting.PROVIDER;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Stamp;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where a provider keeps its archives is kept, one target a provider. */
interface KeepsStorageTargets {

    Stores stores();

    @Test
    default void aProviderHasNoTargetUntilOneIsSet() {
        set(new ProviderName("other"), new StorageTarget.S3("bucket", null, null, false));

        assertThat(stores().targets().of(PROVIDER)).isEmpty();
    }

    @Test
    default void aTargetIsKeptWithEverythingInIt() {
        assertIsKept(new StorageTarget.S3("bucket", null, null, false));
        assertIsKept(new StorageTarget.S3("bucket", "eu-west-1", URI.create("https://s3.example/a?b=c"), true));
        assertIsKept(new StorageTarget.Azure("account", null, false));
        assertIsKept(new StorageTarget.Azure("a\"b\\c", "azure.example", true));
    }

    @Test
    default void ofSixtyFourTargetsAtOnceOneIsKept() {
        AtOnce.run(64, i -> {
            set(PROVIDER, new StorageTarget.Azure("account-" + i, null, false));
            return i;
        });

        assertThat(stores().targets().of(PROVIDER)).isPresent();
    }

    private void assertIsKept(StorageTarget target) {
        set(PROVIDER, target);
        assertThat(stores().targets().of(PROVIDER)).contains(target);
    }

    private void set(ProviderName provider, StorageTarget target) {
        stores().targets().set(provider, target, new Stamp("ada", NOON));
    }
}
