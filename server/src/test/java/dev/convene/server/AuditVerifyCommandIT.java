package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.audit.AuditLog;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

class AuditVerifyCommandIT {

    private static final Caller ALICE = new Caller(TenantId.DEFAULT, "alice", "Alice", false);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aLogThatNobodyTouchedIsWholeAndOneThatSomebodyDidIsNot() throws Exception {
        aServerOnWhichMeetingsAreCreated(3);

        assertThat(verify()).isZero();
        assertThat(said()).contains("3 entries: none was changed");
        String since = said().lines().toList().getLast().strip();
        assertThat(verify(since)).isZero();

        tamper("update convene_audit_log set actor = 'bob' where position = 2");
        assertThat(verify()).isEqualTo(1);
        assertThat(said()).contains("Entry 2 is not what was written there").doesNotContain("--since");
    }

    @Test
    void aLogThatIsAnotherThanTheOneNotedDownIsFound() throws Exception {
        aServerOnWhichMeetingsAreCreated(1);

        assertThat(verify("--since=1:" + "ab".repeat(32))).isEqualTo(1);
        assertThat(said()).contains("Entry 1 is another than the one noted down");
    }

    @Test
    void whatWasNotPrintedByACheckIsRefused() {
        assertThat(verify("--since=yesterday")).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(said()).contains("--since=yesterday is not what a check prints");
    }

    @Test
    void whereThereIsNoLogItSaysHowToTurnItOn() {
        assertThat(run("audit", "verify", "--CONVENE_HOME=" + home)).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(said()).contains("ADD_AUDIT_LOG_MIXIN");
    }

    @Test
    void theHelpNamesEveryCommandAndAnUnknownOneShowsIt() {
        assertThat(run("help")).isZero();
        assertThat(said()).contains("start ", "audit verify ", "--since=N:HASH", "--tls");
        assertThat(run("audit", "forge")).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(said()).contains("There is no command audit forge", "Usage: convene");
    }

    private void aServerOnWhichMeetingsAreCreated(int count) {
        try (var server = new SpringApplication(ConveneServer.class)
                .run("--server.port=0", "--CONVENE_HOME=" + home, "--ADD_AUDIT_LOG_MIXIN=true")) {
            for (int i = 0; i < count; i++) {
                server.getBean(MeetingService.class).create(ALICE, NewMeeting.plain());
            }
            awaitEntries(server.getBean(AuditLog.class), count);
        }
    }

    private static void awaitEntries(AuditLog log, int count) {
        long limit = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (log.head().position() < count) {
            assertThat(System.nanoTime()).isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void tamper(String sql) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(DataFolder.at(home).databaseUrl())) {
            assertThat(connection.createStatement().executeUpdate(sql)).isEqualTo(1);
        }
    }

    private int verify(String... options) {
        var words = new ArrayList<>(List.of("audit", "verify", "--CONVENE_HOME=" + home, "--ADD_AUDIT_LOG_MIXIN=true"));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private int run(String... words) {
        said.reset();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Commands(out, out).run(List.of(words));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
