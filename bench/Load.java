import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures how long the operations take that a meeting begins with: creating it, a join token, its attendees. The paths are the
 * predecessor's, so that it may be measured by the same. The service has to know the secret and to have no rate limits
 * ({@code --convene.rate-limit.enabled=false}): {@code JWT_SECRET=… java bench/Load.java [URL] [REQUESTS] [AT ONCE]}
 */
final class Load {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern LINK = Pattern.compile("\"code\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;
    private final int requests;
    private final int atOnce;
    private final String token;

    private Load(URI url, int requests, int atOnce, String token) {
        this.url = url;
        this.requests = requests;
        this.atOnce = atOnce;
        this.token = token;
    }

    public static void main(String[] arguments) throws Exception {
        var load = new Load(
                URI.create(arguments.length > 0 ? arguments[0] : "http://127.0.0.1:3000"),
                arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000,
                arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8,
                accessToken(System.getenv("JWT_SECRET")));
        load.run();
    }

    private void run() throws Exception {
        String[] links = new String[requests];
        // one round to warm up
        for (int round = 0; round < 2; round++) {
            System.out.println(round == 0 ? "Warming up" : "Measuring");
            measure("POST /session", it -> {
                links[it] = link(send("POST", "/session", "{\"isScheduled\": false}"));
                return links[it];
            });
            measure("POST /session/{link}/token", it -> send("POST", "/session/" + links[it] + "/token", "{}"));
            measure("GET /session/{link}/attendees", it -> send("GET", "/session/" + links[it] + "/attendees", ""));
        }
    }

    private void measure(String name, IntFunction<String> request) throws Exception {
        long[] nanos = new long[requests];
        long began = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                int number = i;
                all.add(workers.submit(() -> {
                    long start = System.nanoTime();
                    request.apply(number);
                    nanos[number] = System.nanoTime() - start;
                }));
            }
            for (Future<?> it : all) {
                it.get();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "  %-32s %7.0f/s   p50 %6.2f ms   p99 %6.2f ms   max %6.2f ms%n",
                name, requests / seconds, at(nanos, 0.50), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] sorted, double part) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * part))] / 1e6;
    }

    private String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("authorization", "Bearer " + token)
                .header("content-type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    private static String link(String meeting) {
        Matcher link = LINK.matcher(meeting);
        if (!link.find()) {
            throw new IllegalStateException("No link in " + meeting);
        }
        return link.group(1);
    }

    private static String accessToken(String secret) throws Exception {
        if (secret == null) {
            throw new IllegalArgumentException("JWT_SECRET is not set: it has to be the service's");
        }
        String issuer = System.getenv("JWT_ISSUER");
        String claims = "{\"id\":\"bench\",\"userTenantId\":\"bench\",\"exp\":%d%s,\"permissions\":[%s]}"
                .formatted(
                        System.currentTimeMillis() / 1000 + 3600,
                        issuer == null ? "" : ",\"iss\":\"" + issuer + "\"",
                        "\"CreateMeetingSession\",\"GenerateMeetingToken\",\"GetMeetingAttendees\"");
        String content = part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
