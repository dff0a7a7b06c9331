package dev.convene.starter.web;

import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.StorageTarget;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /archives/storage-target}, in either of the predecessor's forms: Vonage's, which {@code name} tells,
 * and Twilio's, which has an {@code awsS3Url} instead. Unknown members are ignored, as the predecessor does.
 */
@Schema(name = "StorageTarget")
record SetStorageTarget(
        @Schema(allowableValues = {"AWSS3", "AZURE"}) @Nullable
        String name,

        @Schema(description = "Of S3") @Nullable String bucket,
        @Schema(description = "Of S3") @Nullable String region,

        @Schema(format = "uri", description = "Of a service with the interface of S3") @Nullable
        String endpoint,

        @Schema(description = "Of Azure") @Nullable String accountName,
        @Schema(description = "Of Azure") @Nullable String domain,

        @Schema(
                allowableValues = {"none", "opentok"},
                defaultValue = "none",
                description = "opentok: the provider keeps what it cannot carry there")
        @Nullable
        String fallback,

        @Schema(format = "uri", description = "Twilio's form: the bucket's URL, instead of a name") @Nullable
        String awsS3Url,

        @Schema(description = "The default provider if left out") @Nullable
        String provider) {

    private static final int MAX_LENGTH = 255;
    private static final int MAX_URL_LENGTH = 1024;

    Optional<ProviderName> toProvider() {
        try {
            return Optional.ofNullable(provider).map(ProviderName::new);
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.field("/provider", "pattern", "must be the name of a provider", Map.of());
        }
    }

    StorageTarget toTarget() {
        if ("AWSS3".equals(name)) {
            return new StorageTarget.S3(
                    required("bucket", bucket, "S3 bucket name is required"),
                    limited("region", region),
                    endpoint == null ? null : url("endpoint", endpoint),
                    keptOnFailure());
        }
        if ("AZURE".equals(name)) {
            return new StorageTarget.Azure(
                    required("accountName", accountName, "Azure account name is required"),
                    limited("domain", domain),
                    keptOnFailure());
        }
        if (name == null && awsS3Url != null) {
            URI url = url("awsS3Url", awsS3Url);
            String named = limited("bucket", bucket);
            return new StorageTarget.S3(
                    Objects.requireNonNullElseGet(named, () -> bucketOf(url)),
                    limited("region", region),
                    url,
                    keptOnFailure());
        }
        throw new BadRequest("unsupported-storage-type", "Unsupported storage type");
    }

    private boolean keptOnFailure() {
        return fallback != null
                && Choices.of("/fallback", fallback, new String[] {"none", "opentok"}, it -> it)
                        .equals("opentok");
    }

    private static String required(String field, @Nullable String text, String message) {
        String value = limited(field, text);
        if (value == null) {
            throw new BadRequest("storage-incomplete", message);
        }
        return value;
    }

    private static @Nullable String limited(String field, @Nullable String text) {
        return Texts.limited("/" + field, text, MAX_LENGTH);
    }

    /** {@code https://bucket.s3-region.amazonaws.com/folder}: Twilio's {@code AwsS3Url}. */
    private static String bucketOf(URI url) {
        return url.getHost().split("\\.")[0];
    }

    private static URI url(String field, String text) {
        String limited = Texts.limited("/" + field, text, MAX_URL_LENGTH);
        try {
            URI url = URI.create(String.valueOf(limited));
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the other wrong URLs.
        }
        throw InvalidRequest.field("/" + field, "format", "must match format \"uri\"", Map.of("format", "uri"));
    }
}
