package dev.convene.starter.settings;

import dev.convene.starter.settings.BoundSettings.Bound;
import dev.convene.starter.settings.BoundSettings.Failure;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.ConfigurableEnvironment;

/** Checks the settings of all modules: names that nobody knows, values that do not fit, rules that are broken. */
final class ConveneSettingsCheck implements SettingsCheck {

    @Override
    public List<WrongSetting> check(ConfigurableEnvironment environment) {
        ClassLoader classLoader = Objects.requireNonNull(getClass().getClassLoader());
        var metadata = SettingsMetadata.of(classLoader);
        var bound = BoundSettings.read(metadata, environment, classLoader);
        var sources = new Sources(environment);
        return Stream.of(
                        new UnknownNames(bound, metadata).in(sources),
                        unresolved(environment, sources),
                        unfit(bound, sources),
                        broken(bound, sources))
                .flatMap(it -> it)
                .toList();
    }

    /**
     * Spring would take the text of the reference for the value: a secret that everybody can read in the file. What another
     * source overrides, as a test does, may refer to nothing.
     */
    private static Stream<WrongSetting> unresolved(ConfigurableEnvironment environment, Sources sources) {
        return sources.ours()
                .map(ConfigurationProperty::getName)
                .distinct()
                .flatMap(it -> sources.find(it).stream())
                .filter(it -> it.getValue() instanceof CharSequence text
                        && environment.resolvePlaceholders(text.toString()).contains("${"))
                .map(it -> wrong(it.getName(), "refers to " + it.getValue() + ", which has no value", sources));
    }

    private static Stream<WrongSetting> unfit(BoundSettings bound, Sources sources) {
        return bound.failures().stream().map(it -> unfit(it, sources));
    }

    private static WrongSetting unfit(Failure failure, Sources sources) {
        Class<?> type = failure.target().getType().resolve(Object.class);
        String key = failure.name().toString();
        String reason = Expectation.of(type)
                .map(it -> "is not " + it)
                .orElseGet(() -> "does not fit" + (WrongSetting.isSecret(key) ? "" : ": " + message(failure.cause())));
        return wrong(failure.name(), reason, sources);
    }

    private static String message(Exception failure) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
    }

    /** A value that did not fit was replaced by its default, so nothing more is to be said of it. */
    private static Stream<WrongSetting> broken(BoundSettings bound, Sources sources) {
        Set<ConfigurationPropertyName> told =
                bound.failures().stream().map(Failure::name).collect(Collectors.toCollection(HashSet::new));
        Validator validator = validator();
        return bound.bound().stream()
                .flatMap(it -> validator.validate(it.properties()).stream().map(violation -> {
                    var name = name(it, violation.getPropertyPath());
                    // a rule over several settings is a method, whose message names them
                    return bound.isKnown(name)
                            ? told.contains(name) ? null : wrong(name, violation.getMessage(), sources)
                            : new WrongSetting(it.prefix(), null, null, violation.getMessage());
                }))
                .flatMap(Stream::ofNullable)
                .distinct()
                .sorted(Comparator.comparing(WrongSetting::key));
    }

    private static ConfigurationPropertyName name(Bound bound, Path path) {
        var name = ConfigurationPropertyName.of(bound.prefix());
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                name = name.append("[" + node.getIndex() + "]");
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                name = name.append(DataObjectPropertyName.toDashedForm(node.getName()));
            }
        }
        return name;
    }

    private static WrongSetting wrong(ConfigurationPropertyName name, String reason, Sources sources) {
        Optional<ConfigurationProperty> set = sources.find(name);
        return new WrongSetting(
                name.toString(),
                set.map(ConfigurationProperty::getValue).map(Object::toString).orElse(null),
                set.map(ConfigurationProperty::getOrigin).map(Object::toString).orElse(null),
                reason);
    }

    /** Without the expression language: messages are plain here, and it takes time to start. */
    private static Validator validator() {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            return factory.getValidator();
        }
    }
}
