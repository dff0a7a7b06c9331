package dev.convene.provider.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How the SDK reaches Twilio: its own client takes neither a base URL nor timeouts, and repeats what must not be repeated.
 * Every answer of 400 or more is a {@link TwilioError}. Thread-safe.
 */
final class TwilioHttp extends com.twilio.http.HttpClient implements AutoCloseable {

    /** What is asked again is asked after this time, then after twice of it, and so on. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /**
     * How long Twilio is waited for.
     *
     * @param read for a whole answer
     * @param retries how often a question that changes nothing is asked again
     */
    record Patience(Duration connect, Duration read, int retries) {}

    private final URI base;
    private final Patience patience;
    private final HttpClient client;

    TwilioHttp(URI base, Patience patience) {
        this.base = base;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.connect())
                .build();
    }

    /** Only what may be repeated at will is: a second POST might open a second room. */
    @Override
    public Response reliableRequest(Request request) {
        boolean repeatable = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.DELETE;
        int retries = repeatable ? patience.retries() : 0;
        for (int tried = 0; ; tried++) {
            try {
                return makeRequest(request);
            } catch (TwilioError e) {
                if (!e.isPassing() || tried == retries) {
                    throw e;
                }
                pause(PAUSE.multipliedBy(1L << Math.min(tried, 4)));
            }
        }
    }

    /** Of a redirect, which is not followed, the content is where it leads: with Twilio, to a file. */
    @Override
    public Response makeRequest(Request request) {
        HttpResponse<String> answer = send(httpRequest(request));
        int status = answer.statusCode();
        if (status >= 400) {
            throw TwilioAnswers.error(answer);
        }
        return new Response(status >= 300 ? TwilioAnswers.redirect(answer) : answer.body(), status);
    }

    private HttpRequest httpRequest(Request request) {
        String method = request.getMethod().toString();
        var body = request.getMethod() == HttpMethod.POST
                ? BodyPublishers.ofString(request.encodeFormBody())
                : BodyPublishers.noBody();
        HttpRequest.Builder builder = HttpRequest.newBuilder(rebased(request.constructURL()))
                .method(method, body)
                .timeout(patience.read())
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        if (request.getMethod() == HttpMethod.POST) {
            builder.header("Content-Type", "application/x-www-form-urlencoded");
        }
        return builder.build();
    }

    /** The same address at our base URL, wherever a page of Twilio's may point: no other host gets our credentials. */
    private URI rebased(URL url) {
        try {
            URI asked = url.toURI();
            String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            return URI.create(base.toString().replaceAll("/+$", "") + asked.getRawPath() + query);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The SDK made no address", e);
        }
    }

    /** The client's own timeout ends with the headers; this one covers the body too. */
    private HttpResponse<String> send(HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());
        try {
            return answer.get(patience.read().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw TwilioError.noAnswer("no whole answer within " + patience.read(), e);
        } catch (ExecutionException e) {
            throw TwilioError.noAnswer("no answer", e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw TwilioError.noAnswer("interrupted", e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TwilioError.noAnswer("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
