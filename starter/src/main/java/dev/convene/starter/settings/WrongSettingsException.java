package dev.convene.starter.settings;

import java.util.List;
import java.util.stream.Collectors;

/** The application does not start with these settings. */
public final class WrongSettingsException extends RuntimeException {

    private final transient List<WrongSetting> settings;

    public WrongSettingsException(List<WrongSetting> settings) {
        super("Wrong settings: " + settings.stream().map(WrongSetting::key).collect(Collectors.joining(", ")));
        this.settings = List.copyOf(settings);
    }

    public List<WrongSetting> settings() {
        return settings;
    }
}
