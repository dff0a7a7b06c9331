package dev.convene.starter.settings;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the wrong settings, instead of a stack trace. */
final class WrongSettingsFailureAnalyzer extends AbstractFailureAnalyzer<WrongSettingsException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettingsException cause) {
        int count = cause.settings().size();
        String list = cause.settings().stream()
                .map(WrongSettingsFailureAnalyzer::entry)
                .collect(Collectors.joining("\n\n"));
        return new FailureAnalysis(
                (count == 1 ? "A setting is wrong:\n\n" : count + " settings are wrong:\n\n") + list,
                "Mend " + (count == 1 ? "it" : "them")
                        + " and start again. docs/configuration.md explains every setting.",
                cause);
    }

    private static String entry(WrongSetting setting) {
        var text = new StringBuilder("    ").append(setting.key());
        if (setting.value() != null) {
            text.append(" = ").append(setting.value());
        }
        text.append("\n        ").append(setting.reason());
        if (setting.origin() != null) {
            text.append("\n        (").append(setting.origin()).append(')');
        }
        return text.toString();
    }
}
