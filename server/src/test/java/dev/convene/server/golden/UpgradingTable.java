package dev.convene.server.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The table of intended differences in {@code UPGRADING.md}: exchange, the predecessor's answer, Convene's, and why. */
record UpgradingTable(Map<String, Row> rows) {

    /** What Convene answers instead, as the table says. */
    record Row(String predecessor, String convene, String reason) {}

    static UpgradingTable read() {
        var rows = new LinkedHashMap<String, Row>();
        try (var lines = Files.lines(Path.of("..", "UPGRADING.md"))) {
            lines.filter(it -> it.startsWith("| `"))
                    .map(it -> it.split("(?<!\\\\)\\|"))
                    .filter(cells -> cells.length == 5)
                    .forEach(cells -> names(cells[1])
                            .forEach(name -> rows.put(name, new Row(text(cells[2]), text(cells[3]), text(cells[4])))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new UpgradingTable(rows);
    }

    private static Stream<String> names(String cell) {
        return Arrays.stream(cell.split("`,")).map(it -> it.replace("`", "").strip());
    }

    private static String text(String cell) {
        return cell.replace("`", "").strip();
    }
}
