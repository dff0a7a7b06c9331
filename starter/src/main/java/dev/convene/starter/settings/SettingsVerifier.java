package dev.convene.starter.settings;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Stops the start before it does anything, if any setting is wrong, and names them all. */
@Order(SettingsVerifier.ORDER)
public final class SettingsVerifier implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Whoever prepares something by the settings comes later. */
    public static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        List<WrongSetting> wrong =
                SpringFactoriesLoader.forDefaultResourceLocation(context.getClassLoader())
                        .load(SettingsCheck.class)
                        .stream()
                        .flatMap(it -> it.check(context.getEnvironment()).stream())
                        .toList();
        if (!wrong.isEmpty()) {
            throw new WrongSettingsException(wrong);
        }
    }
}
