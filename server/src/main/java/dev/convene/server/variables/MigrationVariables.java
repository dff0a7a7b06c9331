package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;
import java.util.List;
import java.util.Map;

/** The tables. To the predecessor any text means yes; here {@code false} and {@code 0} mean no. */
final class MigrationVariables {

    private static final String MODE = "convene.migration.mode";
    private static final String COPY_TO = "convene.migration.copy-to";

    /** As the predecessor's folder is called. */
    private static final String FOLDER = "migrations";

    static final VariableGroup GROUP = VariableGroup.of(
            "The database's tables",
            mode("VIDEOCONF_MIGRATION", ""),
            mode("SOURCELOOP_MIGRATION", "VIDEOCONF_MIGRATION"),
            copy("VIDEOCONF_MIGRATION_COPY", ""),
            copy("SOURCELOOP_MIGRATION_COPY", "VIDEOCONF_MIGRATION_COPY"));

    private MigrationVariables() {}

    private static Variable mode(String name, String stronger) {
        return new Variable(
                name,
                List.of(MODE),
                "`at-start`, which it is without it too; `false` or `0`: `off`",
                (text, environment) ->
                        isSet(stronger, environment) ? Map.of() : Map.of(MODE, yes(text) ? "at-start" : "off"));
    }

    private static Variable copy(String name, String stronger) {
        return new Variable(
                name,
                List.of(COPY_TO),
                "copies the migrations to the folder `migrations`, unless it is `false` or `0`",
                (text, environment) -> yes(text) && !isSet(stronger, environment) ? Map.of(COPY_TO, FOLDER) : Map.of());
    }

    private static boolean isSet(String variable, Variables environment) {
        return environment.value(variable).isPresent();
    }

    private static boolean yes(String text) {
        return !text.equalsIgnoreCase("false") && !text.equals("0");
    }
}
