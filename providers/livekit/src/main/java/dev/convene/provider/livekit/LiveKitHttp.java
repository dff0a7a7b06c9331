package dev.convene.provider.livekit;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends calls to LiveKit, as JSON over Twirp, within a bounded time, and tells the failures apart that have nothing to do with
 * what was asked.
 */
final class LiveKitHttp implements AutoCloseable {

    /**
     * How long is waited for LiveKit.
     *
     * @param read for the whole answer, not for its headers alone
     * @param retries of a call that may be repeated, after it failed at once
     */
    record Patience(Duration connect, Duration read, int retries) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration CALL = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final ApiKey key;
    private final URI url;
    private final Patience patience;
    private final Clock clock;
    private final RetryAfter retryAfter;
    private final HttpClient http;

    /** @param url of the server's HTTP interface, without a slash at the end */
    LiveKitHttp(ApiKey key, URI url, Patience patience, Clock clock) {
        this.key = key;
        this.url = url;
        this.patience = patience;
        this.clock = clock;
        this.retryAfter = new RetryAfter(clock);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .build();
    }

    /**
     * LiveKit's answer. A status that says that we are at fault is an answer too.
     *
     * @throws CredentialsRefused for 401 and 403
     * @throws Unavailable if there is none, or it says to try later
     */
    Answer send(Call call) {
        int retries = call.repeatable() ? patience.retries() : 0;
        for (int turn = 0; ; turn++) {
            try {
                return sendOnce(call);
            } catch (Unavailable e) {
                // whoever limits us, or does not answer, is not asked again at once
                if (turn >= retries || e.getCause() instanceof TimeoutException || e.getCause() instanceof Limited) {
                    throw e;
                }
            }
            pause(call, FIRST_PAUSE.multipliedBy(1L << turn));
        }
    }

    private Answer sendOnce(Call call) {
        HttpResponse<byte[]> response = exchange(call);
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new CredentialsRefused(LiveKitProvider.NAME, call.what(), null);
        }
        if (status == TOO_MANY || status == REQUEST_TIMEOUT || status >= 500) {
            String said = "it answered " + status + " " + Answer.message(response.body());
            IOException cause = status == TOO_MANY ? new Limited() : new IOException(said.strip());
            throw new Unavailable(LiveKitProvider.NAME, call.what(), retryAfter.of(response.headers()), cause);
        }
        return new Answer(call.what(), status, response.body());
    }

    private HttpResponse<byte[]> exchange(Call call) {
        var future = http.sendAsync(request(call), BodyHandlers.ofByteArray());
        try {
            // the client's own timeout ends with the headers
            return future.get(patience.read().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(call, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(call, e);
        } finally {
            future.cancel(true);
        }
    }

    private HttpRequest request(Call call) {
        Instant now = clock.instant();
        String token = key.sign(new JWTClaimsSet.Builder()
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(CALL)))
                .claim("video", call.grants()));
        return HttpRequest.newBuilder(URI.create(url + call.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(call.body())))
                .build();
    }

    private static void pause(Call call, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(call, e);
        }
    }

    private static Unavailable unavailable(Call call, Throwable cause) {
        return new Unavailable(LiveKitProvider.NAME, call.what(), RetryAfter.USUAL, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    /** Too many requests. */
    private static final class Limited extends IOException {
        Limited() {
            super("it answered 429");
        }
    }
}
