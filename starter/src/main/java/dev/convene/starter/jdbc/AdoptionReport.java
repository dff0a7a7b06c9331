package dev.convene.starter.jdbc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the rows of the predecessor's tables.
 *
 * @param where the schema or database that they are in
 */
public record AdoptionReport(String where, Table meetings, Table attendees) {

    /**
     * Of one table.
     *
     * @param adopted rows that are copied
     * @param before rows that were copied earlier
     * @param leftOut by reason, continuing a sentence that begins with "the row"
     */
    public record Table(String name, long adopted, long before, Map<String, LeftOut> leftOut) {

        public Table {
            leftOut = new TreeMap<>(leftOut);
        }

        Stream<String> lines() {
            var counts = "  %s: %d adopted, %d before, %d left out"
                    .formatted(
                            name,
                            adopted,
                            before,
                            leftOut.values().stream().mapToLong(LeftOut::count).sum());
            return Stream.concat(
                    Stream.of(counts),
                    leftOut.entrySet().stream().map(it -> "    " + it.getValue() + ": " + it.getKey()));
        }
    }

    /** @param first the ids of a few of them */
    public record LeftOut(long count, List<Long> first) {

        @Override
        public String toString() {
            String ids = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return count + " (id " + ids + (count > first.size() ? ", …" : "") + ")";
        }
    }

    boolean isChange() {
        return meetings.adopted() + attendees.adopted() > 0;
    }

    /** For people. */
    public List<String> lines() {
        return Stream.of(Stream.of("The predecessor's tables in " + where + ":"), meetings.lines(), attendees.lines())
                .flatMap(it -> it)
                .toList();
    }
}
