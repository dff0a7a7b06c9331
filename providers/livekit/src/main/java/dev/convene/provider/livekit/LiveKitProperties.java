package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the LiveKit provider, which is there as soon as {@code url}, {@code api-key} or {@code api-secret} is.
 *
 * @param url where the LiveKit server is, such as {@code wss://meet.livekit.cloud} or {@code http://localhost:7880}
 * @param publicUrl where browsers find it, {@code wss://…}; without it the same place
 * @param apiKey the API key, which LiveKit's webhooks are signed with too ({@code webhook.api_key} of its configuration)
 * @param apiSecret the secret of the API key, 32 bytes or more; it signs join tokens and requests
 * @param maxParticipants the most people in one room
 * @param emptyTimeout how long LiveKit keeps a room if nobody comes, in whole seconds
 * @param departureTimeout how long LiveKit keeps a room after the last has left, in whole seconds
 * @param connectTimeout how long a connection to LiveKit may take
 * @param readTimeout how long a whole answer of LiveKit may take
 * @param retries how often a call that may be repeated is, after it failed at once
 * @param archives the S3 bucket for archives, which LiveKit writes and this service reads
 */
@Validated
@ConfigurationProperties("convene.livekit")
record LiveKitProperties(
        @Nullable String url,
        @Nullable String publicUrl,
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @DefaultValue("100") @Min(2) @Max(100_000) int maxParticipants,
        @DefaultValue("5m") Duration emptyTimeout,
        @DefaultValue("5m") Duration departureTimeout,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2") @Min(0) @Max(5) int retries,
        @DefaultValue @Valid Archives archives) {

    private static final Pattern ADDRESS = Pattern.compile("(http|ws)s?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    // secrets are checked by methods of their own: what a failed check of a value prints is the value

    @AssertTrue(message = "convene.livekit.url is needed, like wss://meet.livekit.cloud, without a slash at the end")
    boolean isUrlAnAddress() {
        return isUnused() || (url != null && ADDRESS.matcher(url).matches());
    }

    @AssertTrue(message = "convene.livekit.public-url is like wss://meet.livekit.cloud, without a slash at the end")
    boolean isPublicUrlAnAddress() {
        return publicUrl == null || ADDRESS.matcher(publicUrl).matches();
    }

    @AssertTrue(message = "convene.livekit.api-key is needed")
    boolean isApiKeyThere() {
        return isUnused() || isThere(apiKey);
    }

    @AssertTrue(message = "convene.livekit.api-secret is needed, and has 32 bytes or more (openssl rand -hex 32)")
    boolean isApiSecretLongEnough() {
        return isUnused() || (apiSecret != null && apiSecret.getBytes(UTF_8).length >= ApiKey.LEAST_BYTES);
    }

    @AssertTrue(
            message = "convene.livekit.empty-timeout and convene.livekit.departure-timeout are 1 second to 24 hours,"
                    + " in whole seconds")
    boolean isEveryRoomTimeoutInSeconds() {
        return isSeconds(emptyTimeout) && isSeconds(departureTimeout);
    }

    @AssertTrue(message = "convene.livekit.connect-timeout and convene.livekit.read-timeout are 10 ms to 60 s")
    boolean isEveryTimeoutBounded() {
        Duration least = Duration.ofMillis(10);
        return isBetween(least, connectTimeout, A_MINUTE) && isBetween(least, readTimeout, A_MINUTE);
    }

    ApiKey key() {
        return new ApiKey(needed(apiKey), needed(apiSecret));
    }

    RoomRules rooms() {
        return new RoomRules(maxParticipants, emptyTimeout, departureTimeout);
    }

    BoundedHttp.Patience patience() {
        return new BoundedHttp.Patience(connectTimeout, readTimeout, retries);
    }

    /** Where we call. */
    URI api() {
        return URI.create(needed(url).replaceFirst("^ws", "http"));
    }

    /** Where browsers call. */
    URI socket() {
        return URI.create((publicUrl == null ? needed(url) : publicUrl).replaceFirst("^http", "ws"));
    }

    private static String needed(@Nullable String setting) {
        if (setting == null) {
            throw new IllegalStateException("Checked at the start");
        }
        return setting;
    }

    /** Without any of what is needed there is no provider, and nothing is missing. */
    private boolean isUnused() {
        return !isThere(url) && !isThere(apiKey) && !isThere(apiSecret);
    }

    private static boolean isThere(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }

    private static boolean isSeconds(Duration time) {
        return isBetween(Duration.ofSeconds(1), time, Duration.ofHours(24)) && time.toNanosPart() == 0;
    }

    private static boolean isBetween(Duration least, Duration time, Duration most) {
        return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return "LiveKitProperties[url=" + url + ", apiKey=" + apiKey + "]";
    }

    /**
     * An S3 bucket, or one of a service with the same interface. Without it nothing is recorded.
     *
     * @param bucket the bucket's name
     * @param region its region
     * @param endpoint the service's address, if it is not AWS: {@code https://s3.example.org}, reached by browsers too
     * @param accessKey the access key, which may put, get, list and delete objects
     * @param secretKey its secret
     */
    record Archives(
            @Nullable String bucket,
            @DefaultValue("us-east-1") String region,
            @Nullable String endpoint,
            @Nullable String accessKey,
            @Nullable String secretKey) {

        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
        private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
        private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");

        @AssertTrue(message = "convene.livekit.archives.bucket, .access-key and .secret-key come together")
        boolean isBucketWithKeys() {
            return isThere(bucket) == isThere(accessKey) && isThere(bucket) == isThere(secretKey);
        }

        @AssertTrue(message = "convene.livekit.archives.bucket is the name of a bucket, and .region like eu-central-1")
        boolean isBucketABucket() {
            return !isThere(bucket)
                    || (NAME.matcher(needed(bucket)).matches()
                            && REGION.matcher(region).matches());
        }

        @AssertTrue(
                message =
                        "convene.livekit.archives.endpoint is like https://s3.example.org, without a slash at the end")
        boolean isEndpointAnAddress() {
            return !isThere(endpoint) || ENDPOINT.matcher(needed(endpoint)).matches();
        }

        Optional<Bucket> storage() {
            if (!isThere(bucket)) {
                return Optional.empty();
            }
            URI service = isThere(endpoint) ? URI.create(needed(endpoint)) : null;
            return Optional.of(new Bucket(needed(bucket), region, service, needed(accessKey), needed(secretKey)));
        }

        @Override
        public String toString() {
            return "Archives[" + bucket + "]";
        }
    }
}
