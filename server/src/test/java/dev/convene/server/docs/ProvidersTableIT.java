package dev.convene.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.Providers;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.VideoProvider;
import dev.convene.server.e2e.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The table of what providers can do is made of what they say themselves. To write it anew:
 * {@code mvn -pl server -am verify -DskipUnits -Dit.test=ProvidersTableIT -Ddocs.write}
 */
class ProvidersTableIT {

    private static final boolean WRITE = System.getProperty("docs.write") != null;
    private static final Pattern PART =
            Pattern.compile("(<!-- generated: capabilities -->\n).*?(<!-- end of capabilities -->)", Pattern.DOTALL);

    @Test
    void theTablesSayWhatTheProvidersSay(@TempDir Path home) throws IOException {
        try (var server = RunningServer.start(
                home,
                "--convene.default-provider=embedded",
                "--convene.livekit.url=http://localhost:7880",
                "--convene.livekit.api-key=key",
                "--convene.livekit.api-secret=" + "0".repeat(32),
                "--convene.livekit.archives.bucket=bucket",
                "--convene.livekit.archives.access-key=key",
                "--convene.livekit.archives.secret-key=secret",
                "--convene.vonage.api-key=45828062",
                "--convene.vonage.api-secret=secret",
                "--convene.vonage.storage.s3.access-key=key",
                "--convene.vonage.storage.s3.secret-key=secret",
                "--convene.vonage.storage.azure.account-key=key",
                "--convene.vonage.storage.azure.container=container",
                "--convene.twilio.account-sid=AC" + "0".repeat(32),
                "--convene.twilio.auth-token=" + "0".repeat(32),
                "--convene.twilio.api-key-sid=SK" + "0".repeat(32),
                "--convene.twilio.api-key-secret=" + "0".repeat(32),
                "--convene.twilio.aws-credential-sid=CR" + "0".repeat(32))) {
            String table = table(server.bean(Providers.class).all().stream()
                    .sorted(Comparator.comparing(it -> it.name().value()))
                    .toList());
            for (String page : List.of("docs/providers.md", "README.md")) {
                same(Path.of("..", page), table);
            }
        }
    }

    private static String table(List<VideoProvider> providers) {
        var rows = new LinkedHashMap<String, Function<Capabilities, String>>();
        rows.put("people in a room", it -> String.valueOf(it.maxParticipants()));
        rows.put(
                "rooms",
                it -> it.roomLife() == RoomLife.UNTIL_CLOSED ? "stay until the meeting ends" : "open while used");
        rows.put("end-to-end encryption", has(Capability.END_TO_END_ENCRYPTION));
        rows.put("roles: who only sends, who only receives", has(Capability.ROLES));
        rows.put("archives", has(Capability.ARCHIVING));
        rows.put("archives of one file a stream", has(Capability.INDIVIDUAL_ARCHIVES));
        rows.put("layout of archives", has(Capability.ARCHIVE_LAYOUT));
        rows.put("archives in S3, set over the API", has(Capability.STORAGE_S3));
        rows.put("archives in Azure, set over the API", has(Capability.STORAGE_AZURE));
        rows.put("longest identity, in characters", it -> String.valueOf(it.maxIdentityLength()));
        String head =
                line("", providers, it -> "`" + it.name() + "`") + "| --- |" + " --- |".repeat(providers.size()) + "\n";
        return rows.entrySet().stream()
                .map(row -> line(row.getKey(), providers, it -> row.getValue().apply(it.capabilities())))
                .collect(Collectors.joining("", head, ""));
    }

    private static Function<Capabilities, String> has(Capability capability) {
        return it -> it.has(capability) ? "yes" : "no";
    }

    private static String line(String what, List<VideoProvider> providers, Function<VideoProvider, String> cell) {
        return providers.stream().map(cell).collect(Collectors.joining(" | ", "| " + what + " | ", " |\n"));
    }

    private static void same(Path file, String table) throws IOException {
        String page = Files.readString(file);
        Matcher part = PART.matcher(page);
        assertThat(part.find()).as("the marks around the table in %s", file).isTrue();
        String expected =
                part.replaceFirst(it -> Matcher.quoteReplacement(it.group(1) + "\n" + table + "\n" + it.group(2)));
        if (WRITE) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("made of capabilities(); write it anew by -Ddocs.write")
                .hasContent(expected);
    }
}
