package dev.convene.server;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Something that {@code convene} does. */
interface Command {

    Pattern SETTING = Pattern.compile("--[^=]+=.*", Pattern.DOTALL);

    /** The words that ask for it, such as {@code audit verify}. */
    String name();

    /** What stands after its name besides options, such as {@code FOLDER}. */
    default String operand() {
        return "";
    }

    /** What it does, in a line of the help; it begins in lower case. */
    String summary();

    /** The options it has of its own, a line of the help each; empty if there are none. */
    default String options() {
        return "";
    }

    /**
     * @param words what stands after its name
     * @return the exit code of the process; a server that was started goes on
     * @throws Misunderstood if the words make no sense
     */
    int run(List<String> words);

    /**
     * Refuses what is neither a setting, {@code --KEY=VALUE}, nor one of these options: after a slip in {@code --dry-run}
     * nothing may run in earnest.
     */
    static void requireKnown(List<String> words, String... options) {
        Set<String> known = Set.of(options);
        for (String it : words) {
            if (!known.contains(it) && !SETTING.matcher(it).matches()) {
                throw new Misunderstood(it.startsWith("-") ? "There is no option " + it + "." : "What is " + it + "?");
            }
        }
    }

    /** The words of the command line make no sense; the message says why. */
    final class Misunderstood extends RuntimeException {

        Misunderstood(String reason) {
            super(reason);
        }
    }
}
