package dev.convene.archetype;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A Maven of its own. Its local repository has what this build made; all else it copies from the developer's, which it leaves as
 * it is, or fetches.
 */
final class Maven {

    private static final String VERSION = System.getProperty("convene.version");
    private static final List<String> MODULES = List.of(
            "",
            "core",
            "providers/embedded",
            "providers/livekit",
            "providers/twilio",
            "providers/vonage",
            "starter",
            "archetype");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(convene-[a-z-]+)</artifactId>");

    private final Path work;
    private final Path repository;
    private final Path settings;

    Maven(Path work) throws IOException {
        this.work = work;
        this.repository = Files.createDirectories(work.resolve("repository"));
        this.settings = Files.writeString(work.resolve("settings.xml"), settings());
        for (String module : MODULES) {
            install(Path.of("..").resolve(module));
        }
    }

    /** What a run in a folder printed, and how it ended. */
    record Run(int status, String output) {}

    Run run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("maven.home"), "bin", "mvn").toString()));
        command.addAll(List.of("-B", "-ntp", "-gs", settings.toString(), "-Dmaven.repo.local=" + repository));
        if (System.getProperty("maven.network").equals("offline: true")) {
            command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
        }
        command.addAll(List.of(arguments));
        Path log = Files.createTempFile(work, "maven", ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process maven = builder.start();
        if (!maven.waitFor(150, TimeUnit.SECONDS)) {
            maven.descendants().forEach(ProcessHandle::destroyForcibly);
            maven.destroyForcibly();
            throw new AssertionError("Maven did not end in time: " + Files.readString(log));
        }
        return new Run(maven.exitValue(), Files.readString(log));
    }

    private void install(Path module) throws IOException {
        Path pom = module.resolve("pom.xml");
        String artifact = ARTIFACT.matcher(Files.readString(pom).replaceFirst("(?s)<parent>.*</parent>", ""))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        Path folder = Files.createDirectories(
                repository.resolve("dev/convene").resolve(artifact).resolve(VERSION));
        String name = artifact + "-" + VERSION;
        Files.copy(pom, folder.resolve(name + ".pom"), StandardCopyOption.REPLACE_EXISTING);
        Path jar = module.resolve("target").resolve(name + ".jar");
        if (!artifact.equals("convene-parent")) {
            Files.copy(jar, folder.resolve(name + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Global ones, so that the developer's own, with mirrors and proxies, count beside them. */
    private static String settings() {
        String repository =
                """
                <id>developer</id><url>%s</url><snapshots><enabled>false</enabled></snapshots>
                """.formatted(Path.of(System.getProperty("maven.repository")).toUri());
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>developer</id>
                      <repositories><repository>%1$s</repository></repositories>
                      <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>developer</activeProfile></activeProfiles>
                </settings>
                """.formatted(repository);
    }
}
