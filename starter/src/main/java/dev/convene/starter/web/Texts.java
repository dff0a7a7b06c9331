package dev.convene.starter.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What people type, within limits. */
final class Texts {

    private Texts() {}

    /**
     * The text without surrounding white space, null if nothing is left that can be seen. Characters that turn the direction
     * of what follows them are refused like control characters: with them a name could rewrite the sentence it stands in.
     */
    static @Nullable String limited(String path, @Nullable String text, int limit) {
        if (text == null || text.codePoints().noneMatch(Texts::isSeen)) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > limit) {
            throw InvalidRequest.tooLong(path, limit);
        }
        if (stripped.chars().anyMatch(it -> Character.isISOControl(it) || turns(it))) {
            throw InvalidRequest.field(path, "pattern", "must NOT have control characters", Map.of());
        }
        return stripped;
    }

    /** JSON whose text is within the limit. */
    static Map<String, Object> limited(String path, Map<String, Object> json, int limit) {
        if (JsonMapper.shared().writeValueAsString(json).length() > limit) {
            throw InvalidRequest.tooLong(path, limit);
        }
        return json;
    }

    /** White space is not, nor are format characters, such as a zero-width space. */
    private static boolean isSeen(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    /** Embeddings, overrides and isolates: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
    private static boolean turns(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }
}
