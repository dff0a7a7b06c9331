package dev.convene.server.dotenv;

import dev.convene.starter.settings.SettingsCheck;
import dev.convene.starter.settings.WrongSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The {@code .env} of the working folder and that of the data folder, as if they were variables of the environment, which go
 * before them.
 */
public final class DotEnvFiles implements SettingsCheck {

    private static final String NAME = ".env";

    /** @param home the data folder if nothing names another */
    public static void add(ConfigurableEnvironment environment, String home) {
        Path here = Path.of(NAME).toAbsolutePath();
        String last = add(environment, here, StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        Path there = Path.of(environment.getProperty("convene.home", environment.getProperty("CONVENE_HOME", home)))
                .resolve(NAME)
                .toAbsolutePath()
                .normalize();
        if (!there.equals(here.normalize())) {
            add(environment, there, last);
        }
    }

    /** Those that were found. */
    public static List<Path> in(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(DotEnvSource.class::isInstance)
                .map(it -> ((DotEnvSource) it).file())
                .toList();
    }

    /** Whether these are variables of such a file. */
    public static boolean isFile(PropertySource<?> source) {
        return source instanceof DotEnvSource;
    }

    /** @return the name of the source that the next comes after */
    private static String add(ConfigurableEnvironment environment, Path file, String after) {
        if (!Files.exists(file)) {
            return after;
        }
        DotEnvSource source = DotEnvSource.of(file);
        MutablePropertySources sources = environment.getPropertySources();
        sources.addAfter(after, source);
        return source.getName();
    }

    @Override
    public List<WrongSetting> check(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(DotEnvSource.class::isInstance)
                .map(DotEnvSource.class::cast)
                .flatMap(source -> source.wrong().stream()
                        .map(it -> new WrongSetting(
                                "line " + it.line() + " of " + source.file(), null, null, it.reason())))
                .toList();
    }
}
