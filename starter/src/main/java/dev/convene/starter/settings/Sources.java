package dev.convene.starter.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Where settings stand: files, the command line, the environment. */
final class Sources {

    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of(SettingsMetadata.PREFIX);
    private static final String VARIABLE_PREFIX = SettingsMetadata.PREFIX.toUpperCase(Locale.ROOT) + "_";

    private final ConfigurableEnvironment environment;

    Sources(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /** The value that counts, with where it stands. */
    Optional<ConfigurationProperty> find(ConfigurationPropertyName name) {
        return all().map(it -> it.getConfigurationProperty(name))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Every setting of ours, but for those in variables of the environment, whose names are ambiguous. */
    Stream<ConfigurationProperty> ours() {
        return all().filter(it -> !isEnvironment(it.getUnderlyingSource()))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .map(IterableConfigurationPropertySource.class::cast)
                .flatMap(source -> source.stream().filter(OURS::isAncestorOf).map(source::getConfigurationProperty))
                .flatMap(Stream::ofNullable);
    }

    /**
     * A variable that looks like a setting of ours.
     *
     * @param origin where it stands, for a person
     */
    record Variable(String name, String origin) {}

    /** Those of the environment, and of files that are read as if they were. */
    Stream<Variable> ourVariables() {
        return environment.getPropertySources().stream()
                .filter(Sources::isEnvironment)
                .flatMap(source -> ((Map<?, ?>) source.getSource())
                        .keySet().stream()
                                .map(Object::toString)
                                .filter(it -> it.toUpperCase(Locale.ROOT).startsWith(VARIABLE_PREFIX))
                                .map(it -> new Variable(it, origin(source, it))))
                .distinct();
    }

    private static String origin(PropertySource<?> source, String variable) {
        boolean inFile = !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        Origin origin = inFile ? OriginLookup.getOrigin(source, variable) : null;
        return origin == null ? "variable of the environment" : origin.toString();
    }

    private Stream<ConfigurationPropertySource> all() {
        return StreamSupport.stream(
                ConfigurationPropertySources.get(environment).spliterator(), false);
    }

    private static boolean isEnvironment(@Nullable Object source) {
        return source instanceof PropertySource<?> it && it instanceof SystemEnvironmentPropertySource;
    }
}
