package dev.convene.starter.jdbc;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.MeetingStores;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** All stores on one data source. They join a transaction of the host application if one is open. */
public final class JdbcStores {

    private final MeetingStores meetings;
    private final EventStores events;
    private final ArchiveStores archives;
    private final RevokedTokens revokedTokens;

    /** Stores with a transaction manager of their own. */
    public JdbcStores(DataSource dataSource, JsonMapper json) {
        this(dataSource, new JdbcTransactionManager(dataSource), json);
    }

    public JdbcStores(DataSource dataSource, PlatformTransactionManager transactions, JsonMapper json) {
        var dialect = Dialect.of(dataSource);
        var jdbc = dialect.client(dataSource);
        var transaction = JdbcTransaction.of(transactions, dialect);
        var jdbcMeetings = new JdbcMeetings(jdbc, transaction, new MeetingRows(json));
        this.meetings = new MeetingStores(
                jdbcMeetings,
                new JdbcIdempotencyKeys(jdbc, dialect),
                new JdbcTenantUsage(jdbc, dialect, transaction),
                new JdbcRemovals(jdbc));
        this.events = new EventStores(
                new JdbcEventLog(jdbc, dialect), new JdbcVisits(jdbc, dialect, transaction), transaction);
        var storage = new StorageRows(json);
        this.archives = new ArchiveStores(
                new JdbcArchives(jdbc, transaction, new ArchiveRows(storage)),
                new JdbcStorageTargets(jdbc, dialect, storage),
                transaction);
        this.revokedTokens = new JdbcRevokedTokens(jdbc, dialect);
    }

    public MeetingStores meetings() {
        return meetings;
    }

    public EventStores events() {
        return events;
    }

    public ArchiveStores archives() {
        return archives;
    }

    public RevokedTokens revokedTokens() {
        return revokedTokens;
    }
}
