package dev.convene.starter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.attendance.AttendanceService;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingRules;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.meeting.TokenRequest;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.Stores;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the busiest requests cost the database. */
class RoundTripsIT {

    private static final Caller ALICE = new Caller(TenantId.DEFAULT, "alice", "Alice", false);

    private final RecordingDataSource database = new RecordingDataSource(TestDatabases.postgresql());
    private final Stores stores = EmptyStores.of(database.dataSource());
    private final FakeProvider provider = new FakeProvider(Clock.systemUTC());
    private final Providers providers = new Providers(List.of(provider), provider.name());
    private final JoinService joins =
            new JoinService(stores.forMeetings(), providers, MeetingRules.DEFAULT, Clock.systemUTC());
    private final AttendanceService attendance = new AttendanceService(stores.visits(), stores.meetings());
    private Meeting meeting;

    @BeforeEach
    void aMeeting() {
        meeting = new MeetingService(stores.forMeetings(), providers, MeetingRules.DEFAULT, Clock.systemUTC())
                .create(ALICE, NewMeeting.plain());
        database.forget();
    }

    @Test
    void theTokenThatStartsAMeetingTakesTwoRoundTrips() {
        joins.issueToken(ALICE, meeting.link(), TokenRequest.plain());

        assertThat(database.roundTrips()).hasSize(2);
    }

    @Test
    void everyFurtherTokenTakesOne() {
        joins.issueToken(ALICE, meeting.link(), TokenRequest.plain());
        database.forget();

        joins.issueToken(ALICE, meeting.link(), TokenRequest.plain());

        assertThat(database.roundTrips()).hasSize(1);
    }

    @Test
    void theAttendeesTakeTwo() {
        attendance.attendance(ALICE, meeting.link());

        assertThat(database.roundTrips()).hasSize(2);
    }
}
