package dev.convene.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.audit.AuditVerifier;
import dev.convene.starter.jdbc.AuditDatabase;
import dev.convene.starter.jdbc.JdbcAuditOutbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** kill -9, again and again: every change that was made is in the log once, in a database of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledAuditLogIT {

    private static final int CLIENTS = 6;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 60;
    private static final int KILLS = 2;

    @TempDir
    private Path home;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void everyChangeIsInTheLogOnce() throws Exception {
        try (var service = EmbeddedPostgres.start();
                var audit = EmbeddedPostgres.start()) {
            String[] settings = settings(service, audit);
            for (int kill = 1; kill <= KILLS; kill++) {
                ServerProcess server = ServerProcess.start(home, settings);
                createMeetingsUntilKilled(server);
            }
            ServerProcess last = ServerProcess.start(home, settings);
            try {
                awaitDelivery(service);
            } finally {
                last.kill();
            }
            assertThatTheLogHasEveryMeetingOnce(service, audit);
        }
        assertThat(home.resolve("log")).content().doesNotContain(Api.JWT_SECRET, "eyJ");
    }

    private void assertThatTheLogHasEveryMeetingOnce(EmbeddedPostgres service, EmbeddedPostgres audit) {
        List<String> kept = strings(service, "select link from convene_meeting");
        List<String> logged = strings(audit, "select entity_id from convene_audit_log where action = 'INSERT_ONE'");

        assertThat(kept).containsAll(acknowledged);
        assertThat(logged).containsExactlyInAnyOrderElementsOf(kept);
        var verifier = new AuditVerifier(
                new JdbcAuditOutbox(service.getPostgresDatabase()),
                new AuditDatabase(audit.getPostgresDatabase(), false),
                Clock.systemUTC());
        assertThat(verifier.verify(Optional.empty()).faults()).isEmpty();
    }

    private void createMeetingsUntilKilled(ServerProcess server) throws Exception {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        var killed = new AtomicBoolean();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.submit(() -> {
                    try (var api = new Api(server.url())) {
                        while (!killed.get()) {
                            acknowledged.add(api.createMeeting());
                            enough.countDown();
                        }
                    } catch (IOException e) {
                        // killed in the middle of it: not acknowledged
                    }
                    return true;
                });
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            server.kill();
            killed.set(true);
        }
    }

    private static void awaitDelivery(EmbeddedPostgres service) {
        long limit = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!strings(service, "select id from convene_audit_outbox").isEmpty()) {
            assertThat(System.nanoTime()).as("entries still wait").isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static List<String> strings(EmbeddedPostgres database, String sql) {
        return new JdbcTemplate(database.getPostgresDatabase()).queryForList(sql, String.class);
    }

    private static String[] settings(EmbeddedPostgres service, EmbeddedPostgres audit) {
        return new String[] {
            "--spring.datasource.url=" + service.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--convene.audit.enabled=true",
            "--convene.audit.datasource.url=" + audit.getJdbcUrl("postgres", "postgres"),
            "--convene.audit.datasource.username=postgres",
            "--convene.jwt.secret=" + Api.JWT_SECRET
        };
    }
}
