package dev.convene.testkit.scenario;

import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.TestConvene.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingProblem.IdempotencyKeyReused;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.testkit.AtOnce;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.TestConvene;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateMeetingOnceTest {

    private static final Caller ALICE = member("alice");
    private static final IdempotencyKey KEY = new IdempotencyKey(TENANT, "key", "request");

    private final TestConvene convene = TestConvene.inMemory();

    @Test
    void aRepeatedRequestIsGivenTheMeetingOfTheFirst() {
        Meeting first = create(KEY);

        assertThat(create(KEY)).isEqualTo(first);
        assertThat(convene.provider().openRooms()).hasSize(1);
    }

    @Test
    void ofAHundredRequestsAtOnceOneMeetingComes() {
        List<Meeting> created = AtOnce.run(100, i -> create(KEY));

        assertThat(created).containsOnly(created.getFirst());
        assertThat(convene.meetings().list(ALICE, MeetingQuery.all(10)).meetings())
                .hasSize(1);
        assertThat(convene.provider().openRooms()).hasSize(1);
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        create(KEY);

        assertThatThrownBy(() -> create(new IdempotencyKey(TENANT, "key", "another request")))
                .isInstanceOf(IdempotencyKeyReused.class);
    }

    @Test
    void anotherTenantMayUseTheSameKey() {
        Meeting ours = create(KEY);
        var bob = new Caller(OTHER_TENANT, "bob", "Bob", false);

        Meeting theirs = convene.meetings().createOnce(bob, NewMeeting.plain(), ofTenant(OTHER_TENANT));

        assertThat(theirs.link()).isNotEqualTo(ours.link());
    }

    @Test
    void aKeyWhoseRequestFailedCanBeUsedAgain() {
        convene.provider()
                .failNext(
                        new ProviderFailure.Unavailable(FakeProvider.NAME, "open a room", Duration.ofSeconds(1), null));
        assertThatThrownBy(() -> create(KEY)).isInstanceOf(ProviderFailure.Unavailable.class);

        Meeting created = create(KEY);

        assertThat(convene.meetings().get(ALICE, created.link())).isEqualTo(created);
    }

    @Test
    void aKeyIsRememberedForADay() {
        Meeting first = create(KEY);

        convene.clock().advance(MeetingSweeper.KEY_LIFE);
        convene.sweeper().sweep();
        assertThat(create(KEY).link()).isEqualTo(first.link());

        convene.clock().advance(Duration.ofMillis(1));
        convene.sweeper().sweep();
        assertThat(create(KEY).link()).isNotEqualTo(first.link());
    }

    private Meeting create(IdempotencyKey key) {
        return convene.meetings().createOnce(ALICE, NewMeeting.plain(), key);
    }

    private static IdempotencyKey ofTenant(TenantId tenant) {
        return new IdempotencyKey(tenant, KEY.value(), KEY.fingerprint());
    }
}
