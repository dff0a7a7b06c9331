package dev.convene.starter.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The attendance as RFC 4180 CSV, one line a person. */
final class AttendanceCsv {

    private static final String HEADER =
            line("identity", "name", "present", "firstJoin", "lastLeave", "secondsPresent", "visits");

    private AttendanceCsv() {}

    static String write(AttendanceView attendance) {
        return HEADER
                + attendance.people().stream()
                        .map(it -> line(
                                it.identity(),
                                it.name(),
                                String.valueOf(it.present()),
                                it.firstJoin(),
                                it.lastLeave(),
                                String.valueOf(it.secondsPresent()),
                                String.valueOf(it.visits().size())))
                        .collect(Collectors.joining());
    }

    private static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(AttendanceCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        // A spreadsheet runs a cell that begins like a formula, and people choose their names.
        String safe = "=+-@＝＋－＠\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
