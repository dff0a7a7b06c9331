package dev.convene.server;

import dev.convene.server.Installation.UnusableDataFolder;
import java.net.BindException;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Why the server does not start, in words for whoever started it. */
final class StartFailures {

    /** Of H2: https://h2database.com/javadoc/org/h2/api/ErrorCode.html#c90020 */
    private static final int DATABASE_ALREADY_OPEN = 90_020;

    /** Of MariaDB and MySQL, ER_BAD_DB_ERROR: https://mariadb.com/kb/en/e1049/ */
    private static final int UNKNOWN_DATABASE = 1049;

    /** "Connection exception" and "invalid authorization specification" of SQL:2016; the class is the first two letters. */
    private static final String NO_CONNECTION = "08";

    private static final String REFUSED = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    private StartFailures() {}

    /** The database cannot be reached, or is in use. */
    static final class OfDatabase extends AbstractFailureAnalyzer<SQLException> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
            if (cause.getErrorCode() == DATABASE_ALREADY_OPEN) {
                return analysis(
                        "The database of the data folder is in use: another Convene runs on it.",
                        "Stop that one, or give this one a folder of its own by CONVENE_HOME.",
                        cause);
            }
            String state = state(cause);
            Function<String, FailureAnalysis> database =
                    action -> analysis("The database cannot be used: " + cause.getMessage(), action, cause);
            return switch (state.substring(0, Math.min(2, state.length()))) {
                case NO_CONNECTION -> database.apply("Start it, or mend DB_HOST and DB_PORT (spring.datasource.url).");
                case REFUSED -> database.apply("Mend DB_USER and DB_PASSWORD (spring.datasource.username, .password).");
                case NO_SUCH_DATABASE -> database.apply("Create it, or mend DB_DATABASE (spring.datasource.url).");
                default -> null;
            };
        }
    }

    private static String state(SQLException failure) {
        if (failure.getErrorCode() == UNKNOWN_DATABASE) {
            return NO_SUCH_DATABASE;
        }
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** The data folder cannot be made or written. */
    static final class OfDataFolder extends AbstractFailureAnalyzer<UnusableDataFolder> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnusableDataFolder cause) {
            return analysis(
                    String.valueOf(cause.getMessage()),
                    "Give the server a folder that it may write by CONVENE_HOME, or the right to write "
                            + cause.folder() + ".",
                    cause);
        }
    }

    /** The port is taken, or the address is another machine's. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class OfAddress extends AbstractFailureAnalyzer<BindException> {

        private final Environment environment;

        OfAddress(Environment environment) {
            this.environment = environment;
        }

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
            return analysis(
                    "The server cannot listen on %s, port %s: %s."
                            .formatted(
                                    environment.getProperty("server.address"),
                                    environment.getProperty("server.port"),
                                    cause.getMessage()),
                    "If another program listens there, stop it or choose another port by PORT. "
                            + "HOST is an address of this machine, such as 127.0.0.1 or 0.0.0.0.",
                    cause);
        }
    }

    private static FailureAnalysis analysis(String description, String action, Throwable cause) {
        return new FailureAnalysis(description, action, cause);
    }
}
