package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.audit.AuditVerifier;
import dev.convene.starter.security.EveryPermission;
import dev.convene.starter.web.RestServer.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The log has a database of its own, which comes and goes while the service does its work. */
class AuditDatabaseOutageIT {

    private static final Map<String, Object> ALICE =
            Map.of("id", "alice", "tenantId", "acme", "permissions", EveryPermission.keys());

    @TempDir
    private Path data;

    private int port;
    private RestServer server;
    private final List<String> created = new ArrayList<>();

    @BeforeEach
    void itIsDownWhenTheServiceStarts() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        server = RestServer.startWith(
                "--convene.audit.enabled=true",
                "--convene.audit.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "--convene.audit.datasource.username=postgres",
                "--convene.audit.datasource.password=x");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whateverHappensMeanwhileIsThereOnceAndInOrder() throws IOException {
        createMeetings();
        Answer unavailable = server.as(ALICE, "GET", "/audit-logs", "");
        assertThat(unavailable.status()).isEqualTo(503);
        assertThat(unavailable.header("retry-after")).isNotEmpty();

        try (var up = database()) {
            assertThatEveryMeetingIsThereOnceAndInOrder();
        }
        createMeetings();
        createMeetings();
        try (var up = database()) {
            assertThatEveryMeetingIsThereOnceAndInOrder();
            createMeetings();
            assertThatEveryMeetingIsThereOnceAndInOrder();
            assertThat(server.bean(AuditVerifier.class).verify(Optional.empty()).faults())
                    .isEmpty();
        }
    }

    private void createMeetings() {
        for (int i = 0; i < 4; i++) {
            Answer answer = server.as(ALICE, "POST", "/session", "{}");
            assertThat(answer.status()).isEqualTo(200);
            created.add(answer.json().get("code").asString());
        }
    }

    private void assertThatEveryMeetingIsThereOnceAndInOrder() {
        List<JsonNode> entries = AuditLogReader.of(server, "acme").await(created.size(), "limit=100");

        assertThat(entries.reversed())
                .extracting(it -> it.get("entityId").asString())
                .containsExactlyElementsOf(created);
    }

    /** Up until it is closed, with what it had before. */
    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }
}
