package dev.convene.server.variables;

import dev.convene.server.dotenv.DotEnvFiles;
import dev.convene.server.variables.Reading.Variables;
import dev.convene.starter.settings.SettingsCheck;
import dev.convene.starter.settings.WrongSetting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/** The variables of the predecessor's {@code .env}, and a few of the same kind, as the settings they are here. */
public final class PredecessorVariables implements SettingsCheck {

    public static final String SOURCE = "predecessor's variables";

    /** A group is a class of its own; the table in docs/configuration.md is made from these. */
    private static final List<VariableGroup> GROUPS = List.of(
            ServiceVariables.GROUP,
            TokenVariables.GROUP,
            DatabaseVariables.GROUP,
            MigrationVariables.GROUP,
            AuditVariables.GROUP,
            LogVariables.GROUP,
            VonageVariables.GROUP,
            TwilioVariables.GROUP,
            UnusedVariables.GROUP);

    public static List<VariableGroup> groups() {
        return GROUPS;
    }

    /** The variables that have a meaning here; a wrong one is left out, {@link #check} names it. */
    public static PropertySource<?> in(ConfigurableEnvironment environment) {
        var settings = new LinkedHashMap<String, Object>();
        read(environment)
                .forEach(it -> it.settings()
                        .forEach((key, value) -> settings.put(
                                key,
                                OriginTrackedValue.of(
                                        value, new InVariable(it.variable(), origin(environment, it.variable()))))));
        return new OriginTrackedMapPropertySource(SOURCE, settings);
    }

    @Override
    public List<WrongSetting> check(ConfigurableEnvironment environment) {
        return read(environment)
                .flatMap(it -> Stream.ofNullable(it.wrong())
                        .map(wrong -> new WrongSetting(
                                wrong.key(), wrong.value(), origin(environment, it.variable()), wrong.reason())))
                .toList();
    }

    /** @param wrong null if the variable makes sense */
    private record Read(
            String variable,
            Map<String, String> settings,
            @Nullable WrongSetting wrong) {}

    private static Stream<Read> read(Environment environment) {
        Variables variables = name -> value(environment, name);
        return GROUPS.stream()
                .flatMap(it -> it.variables().stream())
                .flatMap(
                        variable -> variables.value(variable.name()).map(it -> read(variable, it, variables)).stream());
    }

    private static Read read(Variable variable, String text, Variables variables) {
        try {
            return new Read(variable.name(), variable.reading().read(text, variables), null);
        } catch (IllegalArgumentException e) {
            var wrong = new WrongSetting(variable.name(), text, null, String.valueOf(e.getMessage()));
            return new Read(variable.name(), Map.of(), wrong);
        }
    }

    private static Optional<String> value(Environment environment, String variable) {
        return Optional.ofNullable(environment.getProperty(variable))
                .map(String::strip)
                .filter(it -> !it.isEmpty());
    }

    /** The file it stands in; null for the environment itself. */
    private static @Nullable String origin(ConfigurableEnvironment environment, String variable) {
        return environment.getPropertySources().stream()
                .filter(it -> it.containsProperty(variable))
                .findFirst()
                .filter(DotEnvFiles::isFile)
                .map(it -> OriginLookup.getOrigin(it, variable))
                .map(Origin::toString)
                .orElse(null);
    }

    private record InVariable(String name, @Nullable String file) implements Origin {

        @Override
        public String toString() {
            return "variable " + name + (file == null ? "" : ", " + file);
        }
    }
}
