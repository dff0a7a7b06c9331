package dev.convene.provider.twilio;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers that the SDK has no class for: errors and redirects. */
final class TwilioAnswers {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

    private TwilioAnswers() {}

    /** {@code {"code", "message", "more_info", "status"}}, if it is Twilio itself that answers. */
    static TwilioError error(HttpResponse<String> answer) {
        int code = json(answer.body()).path("code").asInt(0);
        return TwilioError.answered(answer.statusCode(), code, retryAfter(answer));
    }

    /** Where a file is, as {@code Location} and {@code {"redirect_to"}} tell; empty if neither does. */
    static String redirect(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseGet(() -> json(answer.body()).path("redirect_to").asString(""));
    }

    private static @Nullable Duration retryAfter(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(it -> SECONDS.matcher(it).matches())
                .map(Long::valueOf)
                .filter(it -> it > 0)
                .map(Duration::ofSeconds)
                .orElse(null);
    }

    private static JsonNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            // a proxy's page: the status says enough
            return JsonMapper.shared().missingNode();
        }
    }
}
