package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SelfSignedTest {

    private static final String PASSWORD = "a password";

    @TempDir
    private Path folder;

    @Test
    void itIsGoodForThisMachineAndKept() throws IOException, GeneralSecurityException {
        X509Certificate certificate = certificate();

        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(it -> (Object) it.get(1))
                .contains("localhost", InetAddress.getByName("127.0.0.1").getHostAddress());
        assertThat(certificate.getNotAfter().toInstant())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(800)), Instant.now().plus(Duration.ofDays(826)));
        assertThat(certificate()).isEqualTo(certificate);
    }

    @Test
    void oneThatIsOfNoUseIsMadeAnew() throws IOException, GeneralSecurityException {
        Files.writeString(store(), "no key store");

        assertThat(certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Convene");
    }

    @Test
    void oneForAnotherMachineIsMadeAnew() throws IOException, GeneralSecurityException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "convene"));
        command.addAll(List.of("-keyalg", "EC", "-dname", "CN=Old", "-ext", "SAN=dns:localhost,ip:192.0.2.1"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", store().toString(), "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();

        assertThat(certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Convene");
    }

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        Path store = new SelfSigned(store(), PASSWORD).upToDate();
        return (X509Certificate)
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("convene");
    }

    private Path store() {
        return folder.resolve("store.p12");
    }
}
