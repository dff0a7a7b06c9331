package dev.convene.server.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.convene.server.variables.PredecessorVariables;
import dev.convene.starter.settings.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DotEnvFilesTest {

    @TempDir
    private Path home;

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void itsVariablesAreLikeThoseOfTheEnvironmentWhichGoBeforeThem() throws IOException {
        write("PORT=8080\nHOST=0.0.0.0\nCONVENE_JOIN_TOKENLIFE=5m\n");
        given(Map.of("HOST", "127.0.0.1"));

        assertThat(environment.getProperty("PORT")).isEqualTo("8080");
        assertThat(environment.getProperty("HOST")).isEqualTo("127.0.0.1");
        assertThat(Binder.get(environment)
                        .bind("convene.join.token-life", String.class)
                        .get())
                .isEqualTo("5m");
    }

    @Test
    void ofANameThatStandsTwiceTheLaterCounts() throws IOException {
        write("PORT=8080\nPORT=8081\n");
        given(Map.of());

        assertThat(environment.getProperty("PORT")).isEqualTo("8081");
    }

    @Test
    void aWrongLineIsNamedWithFileAndNumber() throws IOException {
        write("PORT=8080\nJWT_SECRET hunter2\n");
        given(Map.of());

        assertThat(new DotEnvFiles().check(environment)).singleElement().satisfies(it -> {
            assertThat(it.key()).isEqualTo("line 2 of " + home.resolve(".env"));
            assertThat(it).asString().doesNotContain("hunter2");
        });
    }

    @Test
    void aWrongVariableSaysWhereItStands() throws IOException {
        write("# where\nPORT=http\n");
        given(Map.of());

        assertThat(new PredecessorVariables().check(environment))
                .extracting(WrongSetting::key, WrongSetting::origin)
                .containsExactly(tuple("PORT", home.resolve(".env") + ", line 2"));
    }

    @Test
    void aFileThatIsNoTextIsWrong() throws IOException {
        Files.write(home.resolve(".env"), new byte[] {'A', '=', (byte) 0xff});
        given(Map.of());

        assertThat(new DotEnvFiles().check(environment))
                .extracting(WrongSetting::reason)
                .containsExactly("is not in UTF-8");
    }

    @Test
    void withoutAFileNothingChanges() {
        given(Map.of("PORT", "1"));

        assertThat(DotEnvFiles.in(environment)).isEmpty();
        assertThat(new DotEnvFiles().check(environment)).isEmpty();
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve(".env"), text);
    }

    private void given(Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.put("CONVENE_HOME", home.toString());
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, all));
        DotEnvFiles.add(environment, "data");
        ConfigurationPropertySources.attach(environment);
    }
}
