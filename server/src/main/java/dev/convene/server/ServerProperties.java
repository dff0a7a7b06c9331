package dev.convene.server;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What only the server has.
 *
 * @param home the data folder: the database, unless another is configured, and what this installation keeps secret
 * @param tls serving HTTPS
 */
@ConfigurationProperties("convene")
record ServerProperties(
        @DefaultValue(HOME) Path home, @DefaultValue @Valid Tls tls) {

    static final String HOME = "data";

    /**
     * HTTPS.
     *
     * @param enabled whether the server speaks HTTPS; the option `--tls` of the start turns it on
     * @param certificate file with the certificate and its chain (PEM); without it the server makes a self-signed one
     * @param privateKey file with the certificate's private key (PEM)
     */
    record Tls(
            @DefaultValue("false") boolean enabled,
            @Nullable Path certificate,
            @Nullable Path privateKey) {

        @AssertTrue(message = "convene.tls.certificate and convene.tls.private-key come together")
        boolean isCertificateWithKey() {
            return (certificate == null) == (privateKey == null);
        }

        @AssertTrue(message = "convene.tls.certificate is not a file that can be read")
        boolean isCertificateReadable() {
            return certificate == null || Files.isReadable(certificate);
        }

        @AssertTrue(message = "convene.tls.private-key is not a file that can be read")
        boolean isPrivateKeyReadable() {
            return privateKey == null || Files.isReadable(privateKey);
        }
    }
}
