package dev.convene.server.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.convene.server.variables.PredecessorVariables;
import dev.convene.starter.settings.SettingsVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.FileSystemResource;

/**
 * The parts of the documentation that are made from the code say what the code says. To write them anew:
 * {@code mvn -pl server -am test -Dtest=GeneratedDocsTest -Ddocs.write}
 */
class GeneratedDocsTest {

    private static final boolean WRITE = System.getProperty("docs.write") != null;
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Path SAMPLE = Path.of("..", "docs", "application-sample.yml");

    @Test
    void theConfigurationPageHasEverySettingAndVariable() throws IOException {
        String page = part(Files.readString(PAGE), "settings", SettingsTable.of(Setting.all()));
        same(PAGE, part(page, "variables", VariablesTable.of(PredecessorVariables.groups())));
    }

    @Test
    void theSampleFileHasEverySettingWithItsDefault() throws IOException {
        same(SAMPLE, SampleFile.of(Setting.all()));
    }

    @Test
    void theSampleFileIsRightAsItStands() throws IOException {
        try (var context = new GenericApplicationContext()) {
            new YamlPropertySourceLoader()
                    .load("sample", new FileSystemResource(SAMPLE))
                    .forEach(context.getEnvironment().getPropertySources()::addFirst);

            assertThatCode(() -> new SettingsVerifier().initialize(context)).doesNotThrowAnyException();
        }
    }

    @Test
    void everySettingAndVariableSaysWhatItDoes() {
        assertThat(Setting.all())
                .allSatisfy(it -> assertThat(it.meaning()).as(it.name()).isNotBlank());
        assertThat(PredecessorVariables.groups())
                .flatExtracting(it -> it.variables())
                .allSatisfy(it -> assertThat(it.meaning()).as(it.name()).isNotBlank());
    }

    private static String part(String page, String name, String content) {
        Matcher part = Pattern.compile(
                        "(<!-- generated: " + name + " -->\n).*?(<!-- end of " + name + " -->)", Pattern.DOTALL)
                .matcher(page);
        assertThat(part.find()).as("the marks around the generated %s", name).isTrue();
        return part.replaceFirst(it -> Matcher.quoteReplacement(it.group(1) + "\n" + content + "\n" + it.group(2)));
    }

    private static void same(Path file, String expected) throws IOException {
        if (WRITE) {
            Files.writeString(file, expected);
        }
        assertThat(file).as("""
                        %s is made from the code. Write it anew and commit it:
                            mvn -pl server -am test -Dtest=GeneratedDocsTest -Ddocs.write
                        """, file).hasContent(expected);
    }
}
