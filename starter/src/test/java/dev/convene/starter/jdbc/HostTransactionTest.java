package dev.convene.starter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Hooks;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.LinkGenerator;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingRules;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Quotas;
import dev.convene.core.meeting.TenantId;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.SettableClock;
import dev.convene.testkit.Stores;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a host application does with Convene in one transaction of its own. */
class HostTransactionTest {

    private static final Caller ALICE = new Caller(TenantId.DEFAULT, "alice", "Alice", false);
    private static final DataSource DATABASE = TestDatabases.h2();

    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
    private final TransactionTemplate host = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
    private final BlockingQueue<Boolean> told = new LinkedBlockingQueue<>();
    private final Stores stores = EmptyStores.on(DATABASE);

    @BeforeEach
    void aTableOfTheHost() {
        jdbc.execute("drop table if exists appointment");
        jdbc.execute("create table appointment (link varchar(64))");
    }

    @Test
    void isKeptTogether() {
        host.executeWithoutResult(status -> note(meetings(Hooks.NONE).create(ALICE, NewMeeting.plain())));

        assertThat(appointments()).hasSize(1);
        assertThat(meetingCount()).isEqualTo(1);
    }

    @Test
    void isUndoneTogether() {
        assertThatThrownBy(() -> host.executeWithoutResult(status -> {
                    note(meetings(Hooks.NONE).create(ALICE, NewMeeting.plain()));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(appointments()).isEmpty();
        assertThat(meetingCount()).isZero();
    }

    @Test
    void isToldToHooksWhenItIsCommittedInTransactionsOfTheirOwn() throws InterruptedException {
        MeetingService meetings = meetings(hooksThatNote());

        host.executeWithoutResult(status -> {
            meetings.create(ALICE, NewMeeting.plain());
            assertThat(appointments()).isEmpty();
        });

        assertThat(told.poll(10, TimeUnit.SECONDS)).isTrue();
        assertThat(appointments()).hasSize(1);
    }

    @Test
    void isNotToldIfItIsRolledBack() {
        MeetingService meetings = meetings(hooksThatNote());

        host.executeWithoutResult(status -> {
            meetings.create(ALICE, NewMeeting.plain());
            status.setRollbackOnly();
        });

        assertThat(appointments()).isEmpty();
    }

    private Hooks hooksThatNote() {
        MeetingHooks hooks = new MeetingHooks() {
            @Override
            public void afterCreate(Meeting created) {
                told.add(host.execute(status -> {
                    note(created);
                    return status.isNewTransaction();
                }));
            }
        };
        return new Hooks(List.of(hooks), stores.transaction());
    }

    private MeetingService meetings(Hooks hooks) {
        var clock = new SettableClock();
        var provider = new FakeProvider(clock);
        return new MeetingService(
                stores.forMeetings().watchedBy(hooks),
                new Providers(List.of(provider), provider.name()),
                new MeetingRules(LinkGenerator.nanoid(), JoinPolicy.DEFAULT, Quotas.NONE, hooks),
                clock);
    }

    private void note(Meeting meeting) {
        jdbc.update("insert into appointment values (?)", meeting.link().value());
    }

    private List<String> appointments() {
        return jdbc.queryForList("select link from appointment", String.class);
    }

    private int meetingCount() {
        return jdbc.queryForObject("select count(*) from convene_meeting", Integer.class);
    }
}
