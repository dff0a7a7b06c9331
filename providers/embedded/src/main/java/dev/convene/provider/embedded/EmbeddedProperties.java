package dev.convene.provider.embedded;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the embedded provider.
 *
 * @param enabled whether this provider is there
 * @param tokenSecret signs join tokens; at least 32 bytes, e.g. from {@code openssl rand -base64 32}. Without it one is made at
 *     each start, and tokens issued before a restart are void
 * @param webhookSecret signs webhooks of signalling that runs apart; at least 32 bytes. Without it one is derived from the
 *     token secret
 * @param maxParticipants the most people in one room; each sends their video to every other, so 6 is much
 * @param maxConnections the most signalling connections of this process
 * @param allowedOrigins origins besides our own whose pages may connect, like {@code https://app.example.org}
 * @param iceServers STUN and TURN servers with fixed credentials or none
 * @param turn TURN servers with credentials that are made for each person (coturn's {@code use-auth-secret})
 */
@Validated
@ConfigurationProperties("convene.embedded")
record EmbeddedProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String tokenSecret,
        @Nullable String webhookSecret,
        @DefaultValue("6") @Min(2) @Max(MAX_PARTICIPANTS) int maxParticipants,
        @DefaultValue("5000") @Min(1) int maxConnections,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<@Valid Ice> iceServers,
        @DefaultValue @Valid Turn turn) {

    /** A browser that encodes its video for more than eleven others stops being one. */
    static final int MAX_PARTICIPANTS = 12;

    private static final Pattern ORIGIN = Pattern.compile("https?://[^/*\\s]+");
    private static final Pattern ICE_URL = Pattern.compile("(stuns?|turns?):\\S+");

    // secrets are checked by methods of their own: what a failed check of a value prints is the value

    @AssertTrue(message = "convene.embedded.token-secret has at least 32 bytes (openssl rand -base64 32)")
    boolean isTokenSecretLongEnough() {
        return isLongEnough(tokenSecret);
    }

    @AssertTrue(message = "convene.embedded.webhook-secret has at least 32 bytes (openssl rand -base64 32)")
    boolean isWebhookSecretLongEnough() {
        return isLongEnough(webhookSecret);
    }

    @AssertTrue(
            message = "convene.embedded.allowed-origins are like https://app.example.org, without a path or a wildcard")
    boolean isEveryOriginAnOrigin() {
        return allowedOrigins.stream().allMatch(it -> ORIGIN.matcher(it).matches());
    }

    Optional<SharedSecret> tokenKey() {
        return Optional.ofNullable(tokenSecret).map(SharedSecret::of);
    }

    Optional<SharedSecret> webhookKey() {
        return Optional.ofNullable(webhookSecret).map(SharedSecret::of);
    }

    List<IceServer> fixedIceServers() {
        return iceServers.stream()
                .map(it -> new IceServer(it.urls(), it.username(), it.credential()))
                .toList();
    }

    private static boolean isLongEnough(@Nullable String secret) {
        return secret == null || secret.getBytes(StandardCharsets.UTF_8).length >= SharedSecret.MIN_BYTES;
    }

    private static boolean areIceUrls(List<String> urls) {
        return urls.stream().allMatch(it -> ICE_URL.matcher(it).matches());
    }

    @Override
    public String toString() {
        return "EmbeddedProperties[maxParticipants=" + maxParticipants + ", maxConnections=" + maxConnections + "]";
    }

    /**
     * A STUN or TURN server.
     *
     * @param urls like {@code stun:stun.example.org:3478}
     * @param username needed by TURN
     * @param credential needed by TURN
     */
    record Ice(
            @DefaultValue @NotEmpty List<String> urls,
            @Nullable String username,
            @Nullable String credential) {

        @AssertTrue(message = "convene.embedded.ice-servers.urls begin with stun:, stuns:, turn: or turns:")
        boolean isEveryUrlAnIceUrl() {
            return areIceUrls(urls);
        }

        @AssertTrue(message = "convene.embedded.ice-servers with a turn URL need a username and a credential")
        boolean isTurnWithCredentials() {
            return urls.stream().noneMatch(it -> it.startsWith("turn")) || (username != null && credential != null);
        }

        @Override
        public String toString() {
            return "Ice[urls=" + urls + "]";
        }
    }

    /**
     * A TURN server that shares a secret with us.
     *
     * @param urls like {@code turn:turn.example.org:3478?transport=udp}
     * @param secret coturn's {@code static-auth-secret}
     * @param ttl how long a credential is good for; longer than the longest meeting
     */
    record Turn(
            @DefaultValue List<String> urls,
            @Nullable String secret,
            @DefaultValue("12h") Duration ttl) {

        @AssertTrue(message = "convene.embedded.turn.urls begin with turn: or turns:")
        boolean isEveryUrlATurnUrl() {
            return areIceUrls(urls) && urls.stream().allMatch(it -> it.startsWith("turn"));
        }

        @AssertTrue(message = "convene.embedded.turn.urls and convene.embedded.turn.secret come together")
        boolean isUrlsWithSecret() {
            return urls.isEmpty() == (secret == null);
        }

        @AssertTrue(message = "convene.embedded.turn.ttl is at least a minute")
        boolean isTtlLongEnough() {
            return ttl.compareTo(Duration.ofMinutes(1)) >= 0;
        }

        Optional<TurnCredentials> credentials() {
            return Optional.ofNullable(secret).map(it -> new TurnCredentials(urls, it, ttl));
        }

        @Override
        public String toString() {
            return "Turn[urls=" + urls + ", ttl=" + ttl + "]";
        }
    }
}
