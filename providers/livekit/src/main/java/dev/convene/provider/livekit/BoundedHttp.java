package dev.convene.provider.livekit;

import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends requests within a bounded time, and tells the failures apart that have nothing to do with what was asked. */
final class BoundedHttp implements AutoCloseable {

    /**
     * How long is waited for an answer.
     *
     * @param read for the whole answer, not for its headers alone
     * @param retries of a request that may be repeated, after it failed at once
     */
    record Patience(Duration connect, Duration read, int retries) {}

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final Patience patience;
    private final RetryAfter retryAfter;
    private final HttpClient http;

    BoundedHttp(Patience patience, Clock clock) {
        this.patience = patience;
        this.retryAfter = new RetryAfter(clock);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .build();
    }

    /**
     * The answer. A status that says that we are at fault is an answer too.
     *
     * @param what it is for, to be told after "unavailable to"
     * @param repeatable whether doing it twice is the same as once
     * @param request made anew for each try
     * @throws CredentialsRefused for 401 and 403
     * @throws Unavailable if there is no answer, or it says to try later
     */
    HttpResponse<byte[]> send(String what, boolean repeatable, Supplier<HttpRequest> request) {
        int retries = repeatable ? patience.retries() : 0;
        for (int turn = 0; ; turn++) {
            try {
                return checked(what, exchange(what, request.get()));
            } catch (Unavailable e) {
                // whoever limits us, or does not answer, is not asked again at once
                if (turn >= retries || e.getCause() instanceof TimeoutException || e.getCause() instanceof Limited) {
                    throw e;
                }
            }
            pause(what, FIRST_PAUSE.multipliedBy(1L << turn));
        }
    }

    private HttpResponse<byte[]> checked(String what, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new CredentialsRefused(LiveKitProvider.NAME, what, null);
        }
        if (status == TOO_MANY || status == REQUEST_TIMEOUT || status >= 500) {
            String said = "it answered " + status + " " + Answer.message(response.body());
            IOException cause = status == TOO_MANY ? new Limited() : new IOException(said.strip());
            throw new Unavailable(LiveKitProvider.NAME, what, retryAfter.of(response.headers()), cause);
        }
        return response;
    }

    private HttpResponse<byte[]> exchange(String what, HttpRequest request) {
        var future = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            // the client's own timeout ends with the headers
            return future.get(patience.read().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(what, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(what, e);
        } finally {
            future.cancel(true);
        }
    }

    private static void pause(String what, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(what, e);
        }
    }

    private static Unavailable unavailable(String what, Throwable cause) {
        return new Unavailable(LiveKitProvider.NAME, what, RetryAfter.USUAL, cause);
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
