package dev.convene.starter.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people type, within limits. */
final class Texts {

    private Texts() {}

    /** The text without surrounding white space, null if nothing is left. */
    static @Nullable String limited(String path, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > limit) {
            throw InvalidRequest.tooLong(path, limit);
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw InvalidRequest.field(path, "pattern", "must NOT have control characters", Map.of());
        }
        return stripped;
    }
}
