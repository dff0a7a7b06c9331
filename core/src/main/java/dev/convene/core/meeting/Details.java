package dev.convene.core.meeting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the meeting's owner says about it; Convene keeps it and gives it back.
 *
 * @param externalId the owner's own id of it, not necessarily unique
 * @param metadata JSON values
 */
public record Details(@Nullable String title, @Nullable String externalId, Map<String, Object> metadata) {

    public static final int MAX_TITLE_LENGTH = 200;
    public static final int MAX_EXTERNAL_ID_LENGTH = 255;

    /** In characters of JSON: every list of meetings has it. */
    public static final int MAX_METADATA_LENGTH = 16_384;

    public static final Details NONE = new Details(null, null, Map.of());

    public Details {
        // not Map.copyOf, which refuses JSON's null
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
