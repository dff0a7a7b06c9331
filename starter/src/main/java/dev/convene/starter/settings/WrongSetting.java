package dev.convene.starter.settings;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that stops the start.
 *
 * @param key as it is written where it stands
 * @param value what stands there; null if it is not to be shown or there is none
 * @param origin where it stands, for a person; null if nowhere: then it is missing
 * @param reason what is wrong and how to mend it, continuing a sentence that begins with the key
 */
public record WrongSetting(
        String key, @Nullable String value, @Nullable String origin, String reason) {

    private static final Pattern SECRET =
            Pattern.compile(".*(secret|password|credential|token|key)[\\[\\]\\d]*", Pattern.CASE_INSENSITIVE);
    private static final String MASK = "******";

    /** The value of a secret is never kept. */
    public WrongSetting {
        value = value != null && isSecret(key) ? MASK : value;
    }

    static boolean isSecret(String key) {
        return SECRET.matcher(key).matches();
    }
}
