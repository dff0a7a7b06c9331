package dev.convene.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.archetype.Maven.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchetypeIT {

    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";
    private static final Map<String, String> VENDORS = Map.of(
            "vonage", "com.vonage:|com.tokbox:|convene-provider-vonage",
            "twilio", "com.twilio|convene-provider-twilio",
            "livekit", "io.livekit:|convene-provider-livekit",
            "embedded", "convene-provider-embedded");

    private static Maven maven;

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildsOnThisBuild() throws IOException {
        maven = new Maven(Path.of("target", "archetype-it").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({"embedded,h2,yes", "vonage,postgresql,no", "twilio,mysql,yes", "livekit,h2,yes"})
    void aProjectPassesItsTestsAndHasNoOtherVendorsJars(String provider, String database, String migrations)
            throws Exception {
        Run made = generate("-Dprovider=" + provider, "-Ddatabase=" + database, "-Dmigrations=" + migrations);
        assertThat(made.status()).as(made.output()).isZero();

        Path project = folder.resolve("visits");
        Run built = maven.run(project, "verify", "org.apache.maven.plugins:maven-dependency-plugin:list");

        assertThat(built.status()).as(built.output()).isZero();
        assertThat(built.output())
                .contains("convene-provider-" + provider)
                .containsPattern("Tests run: [1-9][0-9]*, Failures: 0, Errors: 0, Skipped: 0")
                .doesNotContainPattern(othersThan(provider));
        assertThat(project.resolve("target/visits-1.jar")).exists();
        assertThat(Files.readString(project.resolve("src/main/resources/application.yml"))
                        .contains("mode: \"off\""))
                .isEqualTo(migrations.equals("no"));
    }

    @Test
    void valuesThatDoNotExistAreRefusedAndNothingIsLeft() throws Exception {
        Path mine = Files.writeString(
                Files.createDirectory(folder.resolve("visits")).resolve("notes.txt"), "mine");

        Run refused = generate("-Dprovider=zoom", "-Ddatabase=oracle");

        assertThat(refused.status()).isNotZero();
        assertThat(refused.output())
                .contains("database=oracle: it is one of h2, postgresql, mysql")
                .contains("provider=zoom: it is one of embedded, livekit, vonage, twilio");
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).containsExactly(mine);
        }
    }

    private Run generate(String... properties) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(
                GENERATE,
                "-DarchetypeCatalog=internal",
                "-DarchetypeGroupId=dev.convene",
                "-DarchetypeArtifactId=convene-archetype",
                "-DarchetypeVersion=" + System.getProperty("convene.version"),
                "-DgroupId=com.example",
                "-DartifactId=visits",
                "-Dversion=1",
                "-Dpackage=com.example.visits"));
        arguments.addAll(List.of(properties));
        return maven.run(folder, arguments.toArray(String[]::new));
    }

    private static String othersThan(String provider) {
        var others = new ArrayList<String>();
        VENDORS.forEach((vendor, jars) -> {
            if (!vendor.equals(provider)) {
                others.add(jars);
            }
        });
        return String.join("|", others);
    }
}
