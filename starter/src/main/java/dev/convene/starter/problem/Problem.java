package dev.convene.starter.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * A problem in both forms that clients read: RFC 9457, and the predecessor's {@code error} object within it.
 *
 * @param code a stable slug, the end of {@code type}
 * @param detail what is wrong and how to mend it, for a person
 * @param message the predecessor's message for the same case, which its clients may compare
 * @param data further members, such as {@code opensAt}
 */
public record Problem(HttpStatus status, String code, String detail, String message, Map<String, Object> data) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "https://convene.dev/problems/";

    /** The predecessor's names for two statuses are of before RFC 9110: https://github.com/jshttp/http-errors */
    private static final Map<HttpStatus, String> OLD_NAMES = Map.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "UnprocessableEntityError",
            HttpStatus.CONTENT_TOO_LARGE, "PayloadTooLargeError");

    /** What the predecessor says by a code, by our code of the same. */
    private static final Map<String, String> OLD_CODES = Map.of(
            "invalid-request", "VALIDATION_FAILED",
            "invalid-parameter", "INVALID_PARAMETER_VALUE",
            "unsupported-media-type", "UNSUPPORTED_MEDIA_TYPE");

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, detail, Map.of());
    }

    /** With the words in which the predecessor says it. */
    public Problem saying(String message) {
        return new Problem(status, code, detail, message, data);
    }

    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(data);
        more.put(member, value);
        return new Problem(status, code, detail, message, more);
    }

    /** The members of the JSON object, in the order in which they are written. */
    @JsonValue
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", TYPE + code);
        members.put("title", status.getReasonPhrase());
        members.put("status", status.value());
        members.put("detail", detail);
        members.put("code", code);
        members.putAll(data);
        members.put("error", error());
        return members;
    }

    private Map<String, Object> error() {
        var error = new LinkedHashMap<String, Object>();
        error.put("statusCode", status.value());
        if (status.is5xxServerError()) {
            error.put("message", status.getReasonPhrase());
            return error;
        }
        error.put("name", oldName());
        error.put("message", message);
        if (OLD_CODES.containsKey(code)) {
            error.put("code", OLD_CODES.get(code));
        }
        if (data.containsKey("details")) {
            error.put("details", data.get("details"));
        }
        return error;
    }

    private String oldName() {
        return code.equals("malformed-json")
                ? "SyntaxError"
                : OLD_NAMES.getOrDefault(status, status.getReasonPhrase().replace(" ", "") + "Error");
    }
}
