package dev.convene.starter.jdbc;

import org.jspecify.annotations.Nullable;

/** Where rows of the predecessor go. */
interface AdoptionTarget<T> {

    /** How many of them are there already. */
    long before();

    /** Why the row cannot be kept beside what is there; null if it can. */
    @Nullable
    String objection(T value);

    /** Why the row was not kept after all; null if it was. */
    @Nullable
    String add(long id, T value);

    /** Comes before the commit of each part. */
    default void endPart() {}

    /** Adds nothing. */
    static <T> AdoptionTarget<T> dry(AdoptionTarget<T> real) {
        return new AdoptionTarget<>() {
            @Override
            public long before() {
                return real.before();
            }

            @Override
            public @Nullable String objection(T value) {
                return real.objection(value);
            }

            @Override
            public @Nullable String add(long id, T value) {
                return null;
            }
        };
    }

    /** There are no tables yet that something could be added to, or that it could contradict. */
    static <T> AdoptionTarget<T> missing() {
        return new AdoptionTarget<>() {
            @Override
            public long before() {
                return 0;
            }

            @Override
            public @Nullable String objection(T value) {
                return null;
            }

            @Override
            public @Nullable String add(long id, T value) {
                return null;
            }
        };
    }
}
