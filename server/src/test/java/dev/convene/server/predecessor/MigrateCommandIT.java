package dev.convene.server.predecessor;

import static dev.convene.server.predecessor.PredecessorDatabase.MEETINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.server.ConveneServer;
import dev.convene.starter.jdbc.SchemaNotCurrentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The command, on a predecessor's database that its variables name. */
@ExtendWith(OutputCaptureExtension.class)
class MigrateCommandIT {

    @TempDir
    private Path home;

    private final PredecessorDatabase database = PredecessorDatabase.postgresql();

    @AfterEach
    void disconnect() {
        database.close();
    }

    @Test
    void aDryRunPrintsWhatTheCommandThenDoes(CapturedOutput output) {
        database.insert(MEETINGS, Map.of("id", 1, "session_id", "s-1", "meeting_link", "L1"));

        migrate("--dry-run");

        assertThat(output)
                .contains("A dry run: nothing is changed", "Migrations: 1 meetings, 2 rooms open later")
                .contains("The predecessor's tables in videochatms:")
                .contains("video_session_details: 1 adopted, 0 before, 0 left out");
        assertThat(database.jdbc()
                        .sql("select count(*) from information_schema.tables where table_name like 'convene%'")
                        .query(Integer.class)
                        .single())
                .isZero();

        migrate();

        assertThat(output).contains("This was done:");
        assertThat(database.jdbc()
                        .sql("select provider from videochatms.convene_meeting")
                        .query(String.class)
                        .single())
                .isEqualTo("vonage");

        migrate();

        assertThat(output).contains("the tables are up to date", "0 adopted, 1 before");
    }

    @Test
    void aSchemaThatIsNotThereIsMade() {
        migrate("--DB_SCHEMA=meetings_of_today");

        assertThat(database.jdbc()
                        .sql("select count(*) from meetings_of_today.convene_meeting")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aServerThatMayNotMigrateSaysWhatIsMissing(CapturedOutput output) {
        assertThatThrownBy(
                        () -> new SpringApplication(ConveneServer.class).run(arguments("--SOURCELOOP_MIGRATION=false")))
                .hasRootCauseInstanceOf(SchemaNotCurrentException.class);

        assertThat(output).contains("The database lacks the migrations 1 meetings, 2 rooms", "./convene migrate");
    }

    private void migrate(String... options) {
        var words = new ArrayList<>(List.of(arguments(options)));
        words.addFirst("migrate");
        ConveneServer.main(words.toArray(String[]::new));
    }

    private String[] arguments(String... options) {
        var arguments = new ArrayList<>(List.of(options));
        database.variables().forEach((name, value) -> {
            if (arguments.stream().noneMatch(it -> it.startsWith("--" + name))) {
                arguments.add("--" + name + "=" + value);
            }
        });
        arguments.add("--CONVENE_HOME=" + home);
        arguments.add("--PORT=0");
        return arguments.toArray(String[]::new);
    }
}
