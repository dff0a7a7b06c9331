package dev.convene.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after kill -9, on both databases. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledServerIT {

    private static final int SENDERS = 6;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 150;
    private static final int KILLS = 2;

    @TempDir
    private Path home;

    @Test
    void losesNoAcknowledgedEventOnTheFileDatabase() throws Exception {
        losesNoAcknowledgedEvent();
    }

    @Test
    void losesNoAcknowledgedEventOnPostgresql() throws Exception {
        try (var postgres = EmbeddedPostgres.start()) {
            losesNoAcknowledgedEvent(
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=");
        }
    }

    private void losesNoAcknowledgedEvent(String... database) throws Exception {
        List<String> settings = new ArrayList<>(List.of(database));
        settings.add("--convene.jwt.secret=" + Api.JWT_SECRET);
        settings.add("--convene.embedded.webhook-secret=" + Api.WEBHOOK_SECRET);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ServerProcess server = ServerProcess.start(home, settings.toArray(String[]::new));
        try {
            String code = new Api(server.url()).createMeeting();
            for (int kill = 1; kill <= KILLS; kill++) {
                pourIn(server, code, "kill" + kill, acknowledged);
                server = ServerProcess.start(home, settings.toArray(String[]::new));
                try (var api = new Api(server.url())) {
                    assertThat(api.connectionsOf(code))
                            .containsAll(acknowledged)
                            .doesNotHaveDuplicates();
                }
            }
        } finally {
            server.kill();
        }
        assertThat(home.resolve("log")).content().doesNotContain(Api.JWT_SECRET, Api.WEBHOOK_SECRET, "eyJ");
    }

    private static void pourIn(ServerProcess server, String code, String prefix, Set<String> acknowledged)
            throws Exception {
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        var killed = new AtomicBoolean();
        try (var api = new Api(server.url());
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            String room = api.roomOf(code);
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = prefix + "-" + sender + "-";
                senders.submit(() -> {
                    for (int i = 0; !killed.get(); i++) {
                        if (api.reportJoin(room, name + i)) {
                            acknowledged.add(name + i);
                            enough.countDown();
                        }
                    }
                });
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            server.kill();
            killed.set(true);
        }
    }
}
