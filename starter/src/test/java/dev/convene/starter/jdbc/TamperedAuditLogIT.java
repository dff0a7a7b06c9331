package dev.convene.starter.jdbc;

import static dev.convene.testkit.ExampleEntry.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditHead;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditVerifier;
import dev.convene.core.audit.AuditVerifier.Verdict;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who may do everything to the database changes the log. */
class TamperedAuditLogIT {

    private static final DataSource DATABASE = TestDatabases.postgresql();

    private AuditLog log;
    private AuditHead noted;

    @BeforeEach
    void tenEntries() {
        log = AuditTables.empty(DATABASE);
        log.append(entries(10));
        noted = verdict().last();
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        assertThat(noted.position()).isEqualTo(10);
        assertThat(verdict().faults()).isEmpty();
    }

    @Test
    void theDatabaseKeepsRowsFromBeingChanged() {
        var jdbc = new JdbcTemplate(DATABASE);
        for (String change : List.of(
                "update convene_audit_log set actor = 'nobody' where position = 4",
                "delete from convene_audit_log where position = 4",
                "truncate convene_audit_log")) {
            assertThatThrownBy(() -> jdbc.execute(change))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed");
        }
        assertThat(verdict().faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id = '0'",
                "action = 'DELETE_ONE'",
                "tenant_id = 'globex'",
                "acted_on = 'x'",
                "action_key = 'x'",
                "entity_id = 'x'",
                "acted_at = acted_at + interval '1 millisecond'",
                "actor = 'eve'",
                "request_id = null",
                "state_before = null",
                "state_after = state_after || ' '"
            })
    void aChangedFieldIsFound(String change) {
        tamper(jdbc -> jdbc.update("update convene_audit_log set " + change + " where position = 4"));

        assertThat(verdict().faults()).singleElement().asString().startsWith("Entry 4 ");
    }

    @Test
    void aRemovedRowIsFound() {
        tamper(jdbc -> jdbc.update("delete from convene_audit_log where position in (4, 5)"));

        assertThat(verdict().faults()).containsExactly("Entries 4 to 5 are missing.");
    }

    @Test
    void aRowRemovedSoThatTheRestMovesUpIsFound() {
        tamper(jdbc -> {
            jdbc.update("delete from convene_audit_log where position = 4");
            for (int i = 5; i <= 10; i++) {
                jdbc.update("update convene_audit_log set position = ? where position = ?", i - 1, i);
            }
        });

        assertThat(verdict().faults()).first().asString().startsWith("Entry 4 ");
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        tamper(jdbc -> {
            jdbc.update("update convene_audit_log set position = 99 where position = 4");
            jdbc.update("update convene_audit_log set position = 4 where position = 5");
            jdbc.update("update convene_audit_log set position = 5 where position = 99");
        });

        assertThat(verdict().faults())
                .anyMatch(it -> it.startsWith("Entry 4 "))
                .anyMatch(it -> it.startsWith("Entry 5 "));
    }

    @Test
    void anEndThatWasCutOffIsFound() {
        tamper(jdbc -> jdbc.update("delete from convene_audit_log where position > 7"));

        assertThat(verdict().faults()).containsExactly("Entries 8 to 10 are missing.");
    }

    @Test
    void anEndThatWasCutOffWithItsHeadIsFoundByWhoNotedTheEndDown() {
        tamper(jdbc -> {
            jdbc.update("delete from convene_audit_log where position > 7");
            AuditHead seventh = AuditHead.at(log.after(6, 1).getFirst());
            jdbc.update("update convene_audit_head set position = 7, hash = ?", seventh.hash());
        });

        assertThat(verdict().faults()).isEmpty();
        assertThat(verdict(noted).faults()).singleElement().asString().contains("entry 10", "ends at 7");
    }

    @Test
    void aLogWrittenAnewIsFoundByWhoNotedTheEndDown() {
        AuditTables.empty(DATABASE);
        log.append(entries(12));

        assertThat(verdict().faults()).isEmpty();
        assertThat(verdict(noted).faults()).singleElement().asString().startsWith("Entry 10 ");
    }

    @Test
    void aLogThatGrewIsStillTheOneNotedDown() {
        log.append(entries(3));

        assertThat(verdict(noted).faults()).isEmpty();
    }

    private static void tamper(Consumer<JdbcTemplate> change) {
        AuditTables.unguarded(DATABASE, change);
    }

    private static List<AuditEntry> entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> anEntry().build()).toList();
    }

    private Verdict verdict(AuditHead... known) {
        var outbox = new JdbcAuditOutbox(DATABASE);
        return new AuditVerifier(outbox, log, Clock.systemUTC())
                .verify(known.length == 0 ? Optional.empty() : Optional.of(known[0]));
    }
}
