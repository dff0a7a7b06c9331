package dev.convene.server.dotenv;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a {@code .env} file, read as the predecessor's reader does
 * (https://github.com/motdotla/dotenv#what-rules-does-the-parsing-engine-follow): {@code NAME=value}, maybe with
 * {@code export} before it. A value in single, double or back quotes may have several lines and any sign in it, and in double
 * quotes {@code \n} is a new line; one without quotes ends at {@code #}. Where that reader goes on without a word, it is said
 * here.
 *
 * @param entries in the order of the file; of a name that stands twice, the later counts
 * @param wrong lines that make no sense
 */
record DotEnv(List<Entry> entries, List<Wrong> wrong) {

    /** @param line from 1 on */
    record Entry(String name, String value, int line) {}

    /**
     * @param line from 1 on
     * @param reason continuing a sentence that begins with the line
     */
    record Wrong(int line, String reason) {}

    private static final Pattern ENTRY = Pattern.compile(
            "^\\s*(?:export\\s+)?([\\w.-]+)(?:\\s*=|:\\s)(?<value>"
                    + "\\s*'[^']*(?:(?<=\\\\)'[^']*)*'"
                    + "|\\s*\"[^\"]*(?:(?<=\\\\)\"[^\"]*)*\""
                    + "|\\s*`[^`]*(?:(?<=\\\\)`[^`]*)*`"
                    + "|[^#\\n]*)[ \\t]*(?:#.*)?$",
            Pattern.MULTILINE);
    private static final String QUOTES = "'\"`";

    static DotEnv parse(String text) {
        String lines = text.replace("\uFEFF", "").replaceAll("\\r\\n?", "\n");
        var file = new DotEnv(new ArrayList<>(), new ArrayList<>());
        Matcher entry = ENTRY.matcher(lines);
        int end = 0;
        while (entry.find()) {
            file.between(lines, end, entry.start());
            file.add(entry.group(1), entry.group("value").strip(), lineOf(lines, entry.start(1)));
            end = entry.end();
        }
        file.between(lines, end, lines.length());
        return file;
    }

    private void add(String name, String value, int line) {
        if (value.isEmpty() || QUOTES.indexOf(value.charAt(0)) < 0) {
            entries.add(new Entry(name, value, line));
        } else if (value.length() > 1 && value.charAt(value.length() - 1) == value.charAt(0)) {
            String inner = value.substring(1, value.length() - 1);
            boolean escapes = value.charAt(0) == '"';
            entries.add(new Entry(name, escapes ? inner.replace("\\n", "\n").replace("\\r", "\r") : inner, line));
        } else {
            // the value itself is not shown: it may be a secret
            wrong.add(new Wrong(line, "begins the value of " + name + " with a quote that is not closed at its end"));
        }
    }

    /** What is left between two entries is blank or a comment. */
    private void between(String lines, int start, int end) {
        int line = lineOf(lines, start);
        for (String rest : lines.substring(start, end).split("\n", -1)) {
            if (!rest.isBlank() && !rest.strip().startsWith("#")) {
                wrong.add(new Wrong(line, "is neither NAME=value nor a comment, which begins with #"));
            }
            line++;
        }
    }

    private static int lineOf(String lines, int position) {
        return 1
                + (int) lines.substring(0, position)
                        .chars()
                        .filter(it -> it == '\n')
                        .count();
    }
}
