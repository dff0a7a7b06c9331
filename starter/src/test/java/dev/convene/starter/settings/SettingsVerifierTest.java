package dev.convene.starter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class SettingsVerifierTest {

    @Test
    void aWrongSettingStopsTheStartBeforeAnythingIsMade() {
        assertThatExceptionOfType(WrongSettingsException.class)
                .isThrownBy(() -> start("--convene.joyn.token-life=1s", "--convene.join.token-life=1s"))
                .withMessage("Wrong settings: convene.joyn.token-life, convene.join.token-life");
    }

    @Test
    void theMessageIsAListToMendThemBy() {
        var failure = new WrongSettingsException(List.of(
                new WrongSetting("convene.joyn.token-life", null, "command line", "there is no such setting"),
                new WrongSetting("convene.join.token-life", "1s", "application.yml - 3:17", "must be 10s or more")));

        var analysis = new WrongSettingsFailureAnalyzer().analyze(new IllegalStateException(failure));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).isEqualTo("""
                        2 settings are wrong:

                            convene.joyn.token-life
                                there is no such setting
                                (command line)

                            convene.join.token-life = 1s
                                must be 10s or more
                                (application.yml - 3:17)""");
        assertThat(analysis.getAction()).startsWith("Mend them and start again.");
    }

    private static void start(String... arguments) {
        var application = new SpringApplication(Broken.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.run(arguments).close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        String bean() {
            throw new AssertionError("came too far");
        }
    }
}
