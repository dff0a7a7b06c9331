package dev.convene.starter.jdbc;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of the predecessor's, as far as it makes sense here.
 *
 * @param value null if it makes none
 * @param reason why it makes none
 */
record PredecessorRow<T>(
        long id, @Nullable T value, @Nullable String reason) {

    static <T> PredecessorRow<T> of(long id, T value) {
        return new PredecessorRow<>(id, value, null);
    }

    static <T> PredecessorRow<T> odd(long id, String reason) {
        return new PredecessorRow<>(id, null, reason);
    }

    /** Odd if the check gives a reason. */
    PredecessorRow<T> unless(Function<T, @Nullable String> check) {
        String objection = value == null ? null : check.apply(value);
        return objection == null ? this : odd(id, objection);
    }
}
