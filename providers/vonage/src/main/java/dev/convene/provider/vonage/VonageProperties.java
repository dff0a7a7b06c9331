package dev.convene.provider.vonage;

import dev.convene.core.provider.BrowserClient;
import dev.convene.provider.vonage.VonageStorage.AzureKeys;
import dev.convene.provider.vonage.VonageStorage.S3Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of Vonage. The provider is there if either pair of credentials is set: {@code application-id} and a private key for
 * the unified platform, {@code api-key} and {@code api-secret} for OpenTok.
 *
 * @param applicationId the UUID of the application, on the unified platform
 * @param privateKey the application's private key itself (PEM); line breaks may be written {@code \n}
 * @param privateKeyFile the file with the application's private key (PEM)
 * @param apiKey the project's API key, on OpenTok
 * @param apiSecret the project's API secret, on OpenTok
 * @param url where Vonage's REST interface is, if not at its usual place
 * @param connectTimeout how long to wait for a connection to Vonage
 * @param readTimeout how long to wait for a whole answer of Vonage
 * @param retries how often a call that may be repeated is, after it failed at once
 * @param media {@code routed} over Vonage's servers, or {@code relayed} from browser to browser, which cannot be recorded
 * @param maxParticipants the most people in one room, as this service tells it; Vonage itself lets in more
 * @param tokenForm {@code jwt}, or on OpenTok {@code t1} for client libraries that know no other
 * @param callbacks how Vonage's callbacks are authenticated
 * @param client Vonage's own browser client, which the join page loads
 * @param storage the credentials for archives in a storage of your own, on OpenTok
 */
@Validated
@ConfigurationProperties("convene.vonage")
record VonageProperties(
        @Nullable String applicationId,
        @Nullable String privateKey,
        @Nullable Path privateKeyFile,
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @Nullable URI url,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2") @Min(0) @Max(5) int retries,
        @DefaultValue("routed") Media media,
        @DefaultValue("50") @Min(2) int maxParticipants,
        @DefaultValue("jwt") TokenForm tokenForm,
        @DefaultValue @Valid Callbacks callbacks,
        @DefaultValue @Valid Client client,
        @DefaultValue @Valid Storage storage) {

    /** Which way media takes. */
    enum Media {
        ROUTED,
        RELAYED
    }

    /** What join tokens look like. */
    enum TokenForm {
        JWT,
        T1
    }

    // secrets are checked by methods of their own: what a failed check of a value prints is the value

    @AssertTrue(
            message = "convene.vonage has either application-id with a private key (unified platform), or api-key with"
                    + " api-secret (OpenTok): not parts of both")
    boolean isOnePlatform() {
        return !isUnified() || (apiKey == null && apiSecret == null);
    }

    @AssertTrue(message = "convene.vonage.application-id comes with either private-key or private-key-file")
    boolean isApplicationWithKey() {
        long keys =
                Stream.of(privateKey, privateKeyFile).filter(Objects::nonNull).count();
        return applicationId == null ? keys == 0 : keys == 1;
    }

    @AssertTrue(message = "convene.vonage.api-key and convene.vonage.api-secret come together")
    boolean isKeyWithSecret() {
        return (apiKey == null) == (apiSecret == null);
    }

    @AssertTrue(
            message = "convene.vonage.private-key, or the file, is not a private RSA key in PEM form (PKCS#8), as the"
                    + " dashboard hands it out")
    boolean isPrivateKeyAKey() {
        return PrivateKeys.isUsable(privateKey, privateKeyFile);
    }

    @AssertTrue(message = "convene.vonage.token-form is t1 on OpenTok only")
    boolean isTokenFormOfPlatform() {
        return tokenForm == TokenForm.JWT || !isUnified();
    }

    @AssertTrue(message = "convene.vonage.connect-timeout and .read-timeout are longer than nothing")
    boolean isPatient() {
        return connectTimeout.isPositive() && readTimeout.isPositive();
    }

    @AssertTrue(message = "convene.vonage.url is like https://video.api.vonage.com, without a slash at the end")
    boolean isUrlAnAddress() {
        return url == null || url.toString().matches("https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?");
    }

    private boolean isUnified() {
        return Stream.of(applicationId, privateKey, privateKeyFile).anyMatch(Objects::nonNull);
    }

    Account account() {
        if (applicationId != null) {
            return new Account.Application(applicationId, PrivateKeys.read(privateKey, privateKeyFile));
        }
        return new Account.Project(Objects.requireNonNull(apiKey), new HmacKey(Objects.requireNonNull(apiSecret)));
    }

    VonageHttp.Patience patience() {
        return new VonageHttp.Patience(connectTimeout, readTimeout, retries);
    }

    @Override
    public String toString() {
        return "VonageProperties[" + (applicationId == null ? apiKey : applicationId) + "]";
    }

    /**
     * How callbacks prove to come from Vonage.
     *
     * @param secret a secret of ours in the callbacks' URLs, {@code …/webhooks/vonage?secret=…}, where the account signs
     *     nothing; 16 characters or more
     * @param signatureSecrets the signature secrets of the signed callbacks, one for each kind in the dashboard
     */
    record Callbacks(@Nullable String secret, @DefaultValue List<String> signatureSecrets) {

        private static final int LEAST = 16;

        @AssertTrue(message = "convene.vonage.callbacks.secret has at least 16 characters (openssl rand -hex 32)")
        boolean isSecretLongEnough() {
            return secret == null || secret.length() >= LEAST;
        }

        @AssertTrue(message = "convene.vonage.callbacks.signature-secrets are not empty")
        boolean isEverySignatureSecretOne() {
            return signatureSecrets.stream().noneMatch(String::isBlank);
        }

        @Override
        public String toString() {
            return "Callbacks";
        }
    }

    /**
     * Vonage's browser client, which comes under Vonage's own terms and is not shipped.
     *
     * @param url of the script: {@code https://unpkg.com/@vonage/client-sdk-video@latest/dist/js/opentok.js} for the unified
     *     platform, {@code https://static.opentok.com/v2/js/opentok.min.js} for OpenTok
     * @param sources where it may connect to: sources of the join page's Content-Security-Policy; without them Vonage's own
     *     domains
     */
    record Client(@Nullable URI url, @DefaultValue List<String> sources) {

        private static final Set<String> OF_VONAGE = Set.of(
                "https://*.opentok.com",
                "wss://*.opentok.com",
                "https://*.tokbox.com",
                "wss://*.tokbox.com",
                "https://*.vonage.com",
                "wss://*.vonage.com");

        @AssertTrue(message = "convene.vonage.client.url is the https address of a script")
        boolean isUrlAnAddress() {
            return url == null || url.toString().matches("https?://[A-Za-z0-9.:-]+/\\S+");
        }

        @AssertTrue(
                message =
                        "convene.vonage.client.sources are like https://*.example.com, or like wss: for all of a kind")
        boolean isEverySourceASource() {
            return sources.stream().allMatch(BrowserClient::isSource);
        }

        Set<String> connections() {
            return sources.isEmpty() ? OF_VONAGE : Set.copyOf(sources);
        }
    }

    /**
     * Storages of the operator's own.
     *
     * @param s3 for Amazon S3, and what has its interface
     * @param azure for Azure
     */
    record Storage(
            @DefaultValue @Valid S3 s3, @DefaultValue @Valid Azure azure) {

        /**
         * Keys for a bucket.
         *
         * @param accessKey the access key
         * @param secretKey its secret
         * @param encryption {@code s3} lets S3 encrypt the files with its own keys
         */
        record S3(
                @Nullable String accessKey,
                @Nullable String secretKey,
                @Nullable String encryption) {

            @AssertTrue(message = "convene.vonage.storage.s3.access-key and .secret-key come together")
            boolean isKeyWithSecret() {
                return (accessKey == null) == (secretKey == null);
            }

            @AssertTrue(message = "convene.vonage.storage.s3.encryption is s3 or none")
            boolean isEncryptionKnown() {
                return encryption == null || List.of("s3", "none").contains(encryption);
            }

            @Nullable
            S3Keys keys() {
                return accessKey == null || secretKey == null ? null : new S3Keys(accessKey, secretKey, encryption);
            }

            @Override
            public String toString() {
                return "S3";
            }
        }

        /**
         * Keys for a container.
         *
         * @param accountKey the key of the storage account
         * @param container which container
         */
        record Azure(@Nullable String accountKey, @Nullable String container) {

            @AssertTrue(message = "convene.vonage.storage.azure.account-key and .container come together")
            boolean isKeyWithContainer() {
                return (accountKey == null) == (container == null);
            }

            @Nullable
            AzureKeys keys() {
                return accountKey == null || container == null ? null : new AzureKeys(accountKey, container);
            }

            @Override
            public String toString() {
                return "Azure";
            }
        }
    }
}
