package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InstallSecretTest {

    @TempDir
    private Path folder;

    @Test
    void everyStartDerivesTheSameKeysAndEveryPurposeAnother() throws IOException {
        String first = secret().derive("sessions");

        assertThat(secret().derive("sessions")).isEqualTo(first);
        assertThat(secret().derive("tokens")).isNotEqualTo(first);
        assertThat(InstallSecret.in(folder.resolve("another")).derive("sessions"))
                .isNotEqualTo(first);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadIt() throws IOException {
        secret();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void oneThatIsCutShortIsRefused() throws IOException {
        Files.writeString(folder.resolve("secret"), "c2hvcnQ=");

        assertThatIOException().isThrownBy(this::secret).withMessageContaining("cut short");
    }

    @Test
    void oneThatIsNoneIsRefused() throws IOException {
        Files.writeString(folder.resolve("secret"), "not base 64!");

        assertThatIOException().isThrownBy(this::secret).withMessageContaining("damaged");
    }

    private InstallSecret secret() throws IOException {
        return InstallSecret.in(folder.resolve("secret"));
    }
}
