package dev.convene.starter.jdbc;

import static dev.convene.testkit.ExampleEntry.anEntry;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.attendance.Visit;
import dev.convene.core.audit.AuditAction;
import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditQuery;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.IdempotencyKeys.Claim;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingQuery.Position;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import dev.convene.testkit.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * PostgreSQL is forbidden to read whole tables; where its plan does so all the same, there is no index to use. And each
 * index that is made for a query is the one that its plan uses, by what PostgreSQL knows of tables that are not empty.
 */
@TestInstance(Lifecycle.PER_CLASS)
class EveryQueryHasAnIndexIT {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final TenantId TENANT = new TenantId("acme");
    private static final MeetingLink LINK = new MeetingLink("link");
    private static final ProviderName PROVIDER = new ProviderName("fake");
    private static final Room ROOM = new Room(PROVIDER, new RoomId("room"));
    private static final Participant ADA = new Participant("ada", "Ada");

    private static final Pattern USED = Pattern.compile("(?:using|Bitmap Index Scan on) (\\w+)");

    private final HikariDataSource database = TestDatabases.postgresql();
    private final RecordingDataSource recording = new RecordingDataSource(database);

    /** The extended protocol wants a value for every parameter, even if it is only to explain. */
    private final SingleConnectionDataSource simpleConnection =
            new SingleConnectionDataSource(database.getJdbcUrl() + "&preferQueryMode=simple", "postgres", "", true);

    @AfterAll
    void disconnect() {
        simpleConnection.destroy();
    }

    @BeforeAll
    void everyOperationOfEveryStore() {
        JdbcClient.create(simpleConnection).sql("set enable_seqscan = off").update();
        ManyRows.in(database);
        Stores stores = EmptyStores.of(recording.dataSource());
        meetings(stores);
        visits(stores);
        archives(stores);
        stores.usage().liveMeetings(TENANT);
        stores.usage().participants(TENANT);
        stores.usage().oneAtATime(TENANT, () -> {});
        audit();
        var key = new IdempotencyKey(TENANT, "key", "fingerprint");
        stores.idempotencyKeys().claim(key, LINK, NOW);
        stores.idempotencyKeys().claim(key, LINK, NOW);
        var free = new IdempotencyKey(TENANT, "free", "fingerprint");
        stores.idempotencyKeys().claim(free, new MeetingLink("free"), NOW);
        stores.idempotencyKeys().claim(free, new MeetingLink("free"), NOW.plusSeconds(600));
        stores.idempotencyKeys().release(free, new Claim.Won(new MeetingLink("free"), NOW.plusSeconds(600)));
        stores.idempotencyKeys().forgetBefore(NOW);
    }

    Stream<String> queries() {
        return new TreeSet<>(recording.roundTrips()).stream().filter(it -> !it.equals("commit"));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void noQueryReadsAWholeTable(String sql) {
        List<String> plan = plan(sql);

        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i).contains("Index Scan") || plan.get(i).contains("Index Only Scan")) {
                assertThat(plan.get(i + 1))
                        .as("after %s in %s", plan.get(i), plan)
                        .contains("Index Cond");
            }
        }
    }

    @Test
    void noIndexIsMissing() {
        assertThat(strings("""
                select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid
                join pg_class t on t.oid = x.indrelid
                where not x.indisprimary and t.relname like 'convene%' and t.relname <> 'convene_schema_history'""")).containsAll(ExpectedIndexes.USED).containsAll(ExpectedIndexes.OTHERS);
    }

    @Test
    void everyIndexIsUsedByTheQueryItIsMadeFor() {
        var used = Stream.concat(queries(), lookUpsOfForeignKeys())
                .flatMap(sql -> plan(sql).stream())
                .flatMap(line -> USED.matcher(line).results())
                .map(it -> it.group(1));

        assertThat(used)
                .containsAll(ExpectedIndexes.USED.stream()
                        .filter(it -> !it.endsWith("_key"))
                        .toList());
    }

    /** What a delete from the table that is referred to asks. */
    private Stream<String> lookUpsOfForeignKeys() {
        return strings("""
                select 'select 1 from ' || conrelid::regclass || ' where ' || string_agg(a.attname || ' = ?', ' and ')
                from pg_constraint c join pg_attribute a on a.attrelid = conrelid and a.attnum = any (conkey)
                where contype = 'f' group by c.oid, conrelid""").stream();
    }

    private List<String> plan(String sql) {
        return strings("explain (generic_plan) " + numbered(sql));
    }

    private List<String> strings(String sql) {
        return JdbcClient.create(simpleConnection).sql(sql).query(String.class).list();
    }

    private static void meetings(Stores stores) {
        var meetings = stores.meetings();
        meetings.add(new Meeting(
                LINK,
                TENANT,
                Details.NONE,
                Schedule.now(NOW, null),
                Options.DEFAULT,
                ROOM.provider(),
                ROOM.id(),
                History.createdBy(new Stamp("ada", NOW))));
        meetings.find(TENANT, LINK);
        meetings.findByLink(LINK);
        meetings.findByRoom(PROVIDER, ROOM.id());
        meetings.meetingOf(ROOM);
        meetings.change(TENANT, LINK, it -> it.end(new Stamp("ada", NOW)));
        meetings.overdue(NOW, 10);
        meetings.toClose(NOW, 10);
        meetings.roomNotClosed(ROOM, NOW);
        meetings.roomClosed(ROOM, NOW);
        stores.removals().add(ROOM, "mallory", NOW);
        stores.removals().contains(ROOM, "mallory");
        for (Meeting.State state : Meeting.State.values()) {
            meetings.list(
                    TENANT,
                    new MeetingQuery(
                            Optional.of(state),
                            Optional.of(NOW),
                            Optional.of(NOW),
                            Optional.of("external"),
                            Optional.of(new Position(NOW, LINK)),
                            10));
        }
        meetings.list(TENANT, MeetingQuery.all(10));
        meetings.list(
                TENANT,
                new MeetingQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("external"),
                        Optional.empty(),
                        10));
    }

    private static void visits(Stores stores) {
        var visit = new Visit(ROOM, new ConnectionId("c1"), ADA, NOW, null, NOW);
        stores.visits().knows(ROOM);
        stores.visits().merge(visit);
        stores.visits().merge(visit);
        stores.visits().seen(PROVIDER, List.of(new ConnectionId("c1")), NOW);
        stores.visits().of(LINK);
        stores.visits().open(PROVIDER, 10);
        stores.events().addIfNew(PROVIDER, new Joined("e1", ROOM.id(), NOW, new ConnectionId("c1"), ADA), NOW);
    }

    private static void archives(Stores stores) {
        var archives = stores.archives();
        var origin = new Archive.Origin(TENANT, LINK, ROOM, new Stamp("ada", NOW));
        Archive archive = Archive.requested(origin, ArchiveSpec.composed("name"), null);
        archives.add(archive);
        archives.find(TENANT, "archive");
        archives.findByProviderId(PROVIDER, new ArchiveId("archive"));
        archives.oldestUnconfirmed(ROOM);
        archives.change(archive.key(), it -> it.become(ArchiveStatus.FAILED, "so", NOW));
        archives.list(TENANT, ArchiveQuery.all(10));
        archives.list(
                TENANT,
                new ArchiveQuery(
                        Optional.of(LINK),
                        Optional.of(ArchiveStatus.READY),
                        Optional.of(ArchiveQuery.Position.of(archive)),
                        10));
        archives.unsettled(PROVIDER, NOW, 10);
        archives.compared(archive.key(), NOW);
        archives.remove(archive.key());
        var target = new StorageTarget.S3("bucket", null, null, false);
        stores.targets().set(PROVIDER, target, new Stamp("ada", NOW));
        stores.targets().set(PROVIDER, target, new Stamp("ada", NOW));
        stores.targets().of(PROVIDER);
    }

    private void audit() {
        var outbox = new JdbcAuditOutbox(recording.dataSource());
        AuditEntry entry = anEntry().build();
        outbox.add(entry);
        outbox.remove(outbox.waiting(10).stream().map(AuditEntry::id).toList());
        Migrations.ofAuditLog(database).migrate();
        var log = new AuditDatabase(recording.dataSource(), false);
        log.append(List.of(entry));
        log.head();
        log.after(0, 10);
        Optional<Instant> now = Optional.of(NOW);
        log.list(TENANT, AuditQuery.all(10));
        for (boolean byEntity : List.of(true, false)) {
            log.list(
                    TENANT,
                    new AuditQuery(
                            byEntity ? Optional.of("link") : Optional.empty(),
                            byEntity ? Optional.empty() : Optional.of("ada"),
                            Optional.of(AuditAction.UPDATE_ONE),
                            now,
                            now,
                            Optional.of(7L),
                            10));
        }
    }

    private static String numbered(String sql) {
        var numbered = new StringBuilder();
        int number = 0;
        for (char it : sql.toCharArray()) {
            numbered.append(it == '?' ? "$" + ++number : String.valueOf(it));
        }
        return numbered.toString();
    }
}
