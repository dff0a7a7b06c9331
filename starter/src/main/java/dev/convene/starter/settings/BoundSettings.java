package dev.convene.starter.settings;

import dev.convene.starter.settings.SettingsMetadata.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/** All properties classes, read from the environment although some values may be wrong. */
final class BoundSettings {

    /** A properties class with its values; in place of the wrong ones their defaults. */
    record Bound(String prefix, Object properties) {}

    /** A value that does not fit. */
    record Failure(ConfigurationPropertyName name, Bindable<?> target, Exception cause) {}

    private final List<Bound> bound = new ArrayList<>();
    private final Map<ConfigurationPropertyName, Failure> failures = new LinkedHashMap<>();
    private final Set<ConfigurationPropertyName> known = new HashSet<>();

    static BoundSettings read(SettingsMetadata metadata, ConfigurableEnvironment environment, ClassLoader classLoader) {
        var settings = new BoundSettings();
        Binder binder = Binder.get(environment);
        for (Group group : metadata.classes()) {
            Class<?> type = ClassUtils.resolveClassName(group.className(), classLoader);
            Object properties =
                    binder.bindOrCreate(group.prefix(), Bindable.of(type), settings.new CollectingHandler());
            settings.bound.add(new Bound(group.prefix(), properties));
        }
        return settings;
    }

    List<Bound> bound() {
        return bound;
    }

    List<Failure> failures() {
        return List.copyOf(failures.values());
    }

    boolean isKnown(ConfigurationPropertyName name) {
        return known.contains(name);
    }

    /** Every name that some class looked for, elements of lists and maps included. */
    Set<ConfigurationPropertyName> known() {
        return known;
    }

    /** Goes on where Spring Boot would stop. */
    private final class CollectingHandler extends AbstractBindHandler {

        @Override
        public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            known.add(name);
            return target;
        }

        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) {
            failures.putIfAbsent(name, new Failure(name, target, error));
            return null;
        }
    }
}
