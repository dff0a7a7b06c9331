package dev.convene.server;

import dev.convene.server.Command.Misunderstood;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** Finds out which command is meant, and runs it. */
final class Commands {

    static final int MISUNDERSTOOD = 2;

    private final Command start = new StartCommand();
    private final Command help = new HelpCommand();
    private final List<Command> all;
    private final PrintStream out;
    private final PrintStream err;

    Commands(PrintStream out, PrintStream err) {
        this.all = List.of(
                start,
                new CheckCommand(out),
                new MigrateCommand(out),
                new CopyCommand(out),
                new AuditVerifyCommand(out, err),
                help);
        this.out = out;
        this.err = err;
    }

    /** @param words of the command line; without a command, they are options of {@code start} */
    int run(List<String> words) {
        try {
            return runUnderstood(words);
        } catch (Misunderstood e) {
            err.println(e.getMessage() + "\n");
            err.print(help());
            return MISUNDERSTOOD;
        }
    }

    private int runUnderstood(List<String> words) {
        if (words.contains("--help")) {
            return help.run(words);
        }
        if (words.isEmpty() || words.getFirst().startsWith("-")) {
            return start.run(words);
        }
        for (Command it : all) {
            int length = it.name().split(" ").length;
            if (words.size() >= length
                    && String.join(" ", words.subList(0, length)).equals(it.name())) {
                return it.run(words.subList(length, words.size()));
            }
        }
        throw new Misunderstood("There is no command " + String.join(" ", words) + ".");
    }

    private String help() {
        String commands = all.stream()
                .map(it -> "  %-24s %s%n".formatted((it.name() + " " + it.operand()).strip(), it.summary()))
                .collect(Collectors.joining());
        String options = all.stream()
                .filter(it -> !it.options().isEmpty())
                .map(it ->
                        "%nOptions of %s%n%s".formatted(it.name(), it.options().indent(2)))
                .collect(Collectors.joining());
        return """
                Usage: convene [COMMAND] [OPTION…]

                Commands
                %s%s
                Environment
                  PORT, HOST        where to listen (3000 on 127.0.0.1; with --tls on every address)
                  CONVENE_HOME      the data folder (./data)
                  …                 and more, also in a file .env here or in the data folder: docs/configuration.md
                """.formatted(commands, options);
    }

    private final class HelpCommand implements Command {

        @Override
        public String name() {
            return "help";
        }

        @Override
        public String summary() {
            return "print this text";
        }

        @Override
        public int run(List<String> words) {
            out.print(help());
            return 0;
        }
    }
}
