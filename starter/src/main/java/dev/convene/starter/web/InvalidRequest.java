package dev.convene.starter.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body that is JSON, but not what the operation takes. The details have the predecessor's form. */
final class InvalidRequest extends RuntimeException {

    private final List<Map<String, Object>> details;

    InvalidRequest(String message, List<Map<String, Object>> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    /**
     * @param path JSON pointer of the field
     * @param code the JSON schema keyword that it breaks
     */
    static InvalidRequest field(String path, String code, String message, Map<String, Object> info) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("path", path);
        detail.put("code", code);
        detail.put("message", message);
        detail.put("info", info);
        String where = path.isEmpty() ? "The body " : path.substring(1) + " ";
        return new InvalidRequest(where + message + ".", List.of(detail));
    }

    static InvalidRequest tooLong(String path, int limit) {
        return field(path, "maxLength", "must NOT have more than " + limit + " characters", Map.of("limit", limit));
    }

    List<Map<String, Object>> details() {
        return details;
    }
}
