package dev.convene.core.meeting;

import org.jspecify.annotations.Nullable;

/**
 * What an edit does to a value that a meeting may be without: it leaves it, takes it away, or gives another.
 *
 * @param named false to leave it as it is; then there is no value here
 * @param value null to take it away
 */
public record Change<T>(boolean named, @Nullable T value) {

    public static <T> Change<T> none() {
        return new Change<>(false, null);
    }

    public static <T> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    @Nullable
    T of(@Nullable T old) {
        return named ? value : old;
    }
}
