package dev.convene.starter.jdbc;

import dev.convene.starter.jdbc.AdoptionReport.LeftOut;
import dev.convene.starter.jdbc.AdoptionReport.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the rows of one table of the predecessor. */
final class Tally {

    private static final int EXAMPLES = 5;

    private final Map<String, LeftOut> leftOut = new HashMap<>();
    private long adopted;

    void count(PredecessorRow<?> row) {
        if (row.reason() == null) {
            adopted++;
        } else {
            leftOut.merge(row.reason(), new LeftOut(1, List.of(row.id())), Tally::both);
        }
    }

    Table of(String name, long before) {
        return new Table(name, adopted, before, leftOut);
    }

    private static LeftOut both(LeftOut one, LeftOut other) {
        return new LeftOut(
                one.count() + other.count(),
                Stream.concat(one.first().stream(), other.first().stream())
                        .limit(EXAMPLES)
                        .toList());
    }
}
