package dev.convene.provider.twilio;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the Twilio provider, which is there as soon as one of its four credentials is.
 *
 * @param accountSid the SID of the account, {@code AC…}
 * @param authToken the auth token of the account; it proves that a callback is Twilio's
 * @param apiKeySid the SID of an API key of region US1, {@code SK…}; join tokens and requests are made with it
 * @param apiKeySecret the secret of the API key; it signs join tokens
 * @param statusCallback where Twilio reports what happens in rooms; without it {@code /webhooks/twilio} at
 *     {@code convene.public-url}
 * @param roomType the kind of rooms: {@code group} for all but old accounts; {@code peer-to-peer} and {@code go} are never
 *     recorded
 * @param maxParticipants the most people in one room; without it what the kind of room takes, 50 in a {@code group}
 * @param mediaRegion where media flows, such as {@code de1}; without it Twilio's default
 * @param emptyRoomTimeout how long Twilio keeps a room after the last has left, 1 to 60 minutes
 * @param unusedRoomTimeout how long Twilio keeps a room if nobody comes, 1 to 60 minutes
 * @param maxParticipantDuration how long Twilio lets a person stay, 24 hours at most
 * @param awsCredentialSid the SID of AWS keys that Twilio was given, {@code CR…}; needed to keep archives in S3
 * @param recordingsInS3 whether the tracks too go to the bucket; they are the archives then, for Twilio cannot compose them
 * @param url where Twilio's video API is
 * @param connectTimeout how long a connection to Twilio may take
 * @param readTimeout how long a whole answer of Twilio may take
 * @param retries how often a question that Twilio did not answer is asked again; what changes something is not
 */
@Validated
@ConfigurationProperties("convene.twilio")
record TwilioProperties(
        @Nullable String accountSid,
        @Nullable String authToken,
        @Nullable String apiKeySid,
        @Nullable String apiKeySecret,
        @Nullable URI statusCallback,
        @DefaultValue("group") RoomKind roomType,
        @Nullable @Min(2) @Max(50) Integer maxParticipants,
        @Nullable String mediaRegion,
        @DefaultValue("5m") Duration emptyRoomTimeout,
        @DefaultValue("5m") Duration unusedRoomTimeout,
        @DefaultValue("24h") Duration maxParticipantDuration,
        @Nullable String awsCredentialSid,
        @DefaultValue("false") boolean recordingsInS3,
        @DefaultValue("https://video.twilio.com") URI url,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2") @Min(0) @Max(5) int retries) {

    private static final Pattern ACCOUNT = Pattern.compile("AC[0-9A-Za-z]+");
    private static final Pattern KEY = Pattern.compile("SK[0-9A-Za-z]+");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration A_DAY = Duration.ofHours(24);

    // secrets are checked by methods of their own: what a failed check of a value prints is the value

    @AssertTrue(message = "convene.twilio.account-sid is needed, and begins with AC")
    boolean isAccountSidThere() {
        return isUnused() || (accountSid != null && ACCOUNT.matcher(accountSid).matches());
    }

    @AssertTrue(message = "convene.twilio.auth-token is needed: it proves that a callback is Twilio's")
    boolean isAuthTokenThere() {
        return isUnused() || isThere(authToken);
    }

    @AssertTrue(message = "convene.twilio.api-key-sid is needed, and begins with SK")
    boolean isApiKeySidThere() {
        return isUnused() || (apiKeySid != null && KEY.matcher(apiKeySid).matches());
    }

    @AssertTrue(message = "convene.twilio.api-key-secret is needed: it signs join tokens")
    boolean isApiKeySecretThere() {
        return isUnused() || isThere(apiKeySecret);
    }

    @AssertTrue(message = "convene.twilio.max-participants is more than this kind of room takes")
    boolean isRoomLargeEnough() {
        return maxParticipants == null || maxParticipants <= roomType.most();
    }

    @AssertTrue(message = "convene.twilio.empty-room-timeout is 1 to 60 whole minutes")
    boolean isEmptyRoomTimeoutInMinutes() {
        return isMinutes(emptyRoomTimeout);
    }

    @AssertTrue(message = "convene.twilio.unused-room-timeout is 1 to 60 whole minutes")
    boolean isUnusedRoomTimeoutInMinutes() {
        return isMinutes(unusedRoomTimeout);
    }

    @AssertTrue(message = "convene.twilio.max-participant-duration is 10 minutes to 24 hours")
    boolean isMaxParticipantDurationADay() {
        return isBetween(A_MINUTE.multipliedBy(10), maxParticipantDuration, A_DAY);
    }

    @AssertTrue(message = "convene.twilio.connect-timeout and convene.twilio.read-timeout are 10 ms to 60 s")
    boolean isEveryTimeoutBounded() {
        Duration least = Duration.ofMillis(10);
        return isBetween(least, connectTimeout, A_MINUTE) && isBetween(least, readTimeout, A_MINUTE);
    }

    @AssertTrue(message = "convene.twilio.status-callback and convene.twilio.url begin with https:// or http://")
    boolean isEveryUrlAWebAddress() {
        return isWebAddress(url) && (statusCallback == null || isWebAddress(statusCallback));
    }

    AccessTokens.Key key() {
        return new AccessTokens.Key(needed(accountSid), needed(apiKeySid), needed(apiKeySecret));
    }

    /** @param callback of this service; null if it is not known where people reach it */
    RoomRules rooms(@Nullable URI callback) {
        int most = maxParticipants == null ? roomType.most() : maxParticipants;
        return new RoomRules(
                roomType, most, mediaRegion, emptyRoomTimeout, unusedRoomTimeout, maxParticipantDuration, callback);
    }

    TwilioHttp.Patience patience() {
        return new TwilioHttp.Patience(connectTimeout, readTimeout, retries);
    }

    static String needed(@Nullable String credential) {
        if (credential == null) {
            throw new IllegalStateException("Checked at the start");
        }
        return credential;
    }

    /** Without any credential there is no provider, and nothing is missing. */
    private boolean isUnused() {
        return !isThere(accountSid) && !isThere(authToken) && !isThere(apiKeySid) && !isThere(apiKeySecret);
    }

    private static boolean isThere(@Nullable String secret) {
        return secret != null && !secret.isBlank();
    }

    private static boolean isMinutes(Duration time) {
        return isBetween(A_MINUTE, time, AN_HOUR) && time.toSeconds() % 60 == 0;
    }

    private static boolean isBetween(Duration least, Duration time, Duration most) {
        return time.compareTo(least) >= 0 && time.compareTo(most) <= 0;
    }

    private static boolean isWebAddress(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    @Override
    public String toString() {
        return "TwilioProperties[accountSid=" + accountSid + ", apiKeySid=" + apiKeySid + "]";
    }
}
