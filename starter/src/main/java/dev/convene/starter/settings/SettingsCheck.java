package dev.convene.starter.settings;

import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/** A check of the settings before anything starts. Found by its entry in {@code META-INF/spring.factories}. */
@FunctionalInterface
public interface SettingsCheck {

    /** Everything that is wrong, not only the first; empty if all is well. Must not change anything. */
    List<WrongSetting> check(ConfigurableEnvironment environment);
}
