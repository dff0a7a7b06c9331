package dev.convene.testkit;

import static dev.convene.core.meeting.IdempotencyKeys.LEASE;
import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.IdempotencyKeys.Claim;
import dev.convene.core.meeting.MeetingLink;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link dev.convene.core.meeting.IdempotencyKeys} must do. Extend it by a test class that returns your stores,
 * emptied, from {@link #emptyStores()}; every test is inherited.
 */
public abstract class IdempotencyKeysCompatibilityKit extends StoresKit {

    private static final IdempotencyKey KEY = new IdempotencyKey(TENANT, "key-1", "fingerprint-1");
    private static final MeetingLink FIRST = new MeetingLink("first");
    private static final MeetingLink SECOND = new MeetingLink("second");

    @Test
    void theFirstToClaimAKeyWinsItForItsLink() {
        assertThat(claim(KEY, FIRST, NOON)).isEqualTo(new Claim.Won(FIRST, NOON));
    }

    @Test
    void theSecondWaitsWhileTheFirstIsAtIt() {
        claim(KEY, FIRST, NOON);

        assertThat(claim(KEY, SECOND, NOON)).isEqualTo(new Claim.InFlight());
        assertThat(claim(KEY, SECOND, NOON.plus(LEASE).minusMillis(1))).isEqualTo(new Claim.InFlight());
    }

    @Test
    void aKeyIsDoneAsSoonAsTheMeetingIsKept() {
        claim(KEY, FIRST, NOON);
        aMeeting().linked(FIRST.value()).addedTo(stores());

        assertThat(claim(KEY, SECOND, NOON)).isEqualTo(new Claim.Done(FIRST));
        assertThat(claim(KEY, SECOND, NOON.plus(LEASE.multipliedBy(2)))).isEqualTo(new Claim.Done(FIRST));
    }

    @Test
    void theSameKeyForAnotherRequestIsToldWhetherTheFirstIsDoneOrNot() {
        var other = new IdempotencyKey(TENANT, KEY.value(), "fingerprint-2");
        claim(KEY, FIRST, NOON);
        assertThat(claim(other, SECOND, NOON)).isEqualTo(new Claim.Reused());

        aMeeting().linked(FIRST.value()).addedTo(stores());
        assertThat(claim(other, SECOND, NOON)).isEqualTo(new Claim.Reused());
    }

    @Test
    void aClaimThatLedToNothingIsTakenOverWithItsLinkWhenTheLeaseIsOver() {
        claim(KEY, FIRST, NOON);
        Instant over = NOON.plus(LEASE);

        assertThat(claim(KEY, SECOND, over)).isEqualTo(new Claim.Won(FIRST, over));
        assertThat(claim(KEY, SECOND, over)).isEqualTo(new Claim.InFlight());
    }

    @Test
    void aClaimThatIsGivenUpIsWonByTheNext() {
        claim(KEY, FIRST, NOON);

        stores().idempotencyKeys().release(KEY, new Claim.Won(FIRST, NOON));

        assertThat(claim(KEY, SECOND, NOON)).isInstanceOf(Claim.Won.class);
    }

    @Test
    void aKeyThatLedToAMeetingCannotBeGivenUp() {
        claim(KEY, FIRST, NOON);
        aMeeting().linked(FIRST.value()).addedTo(stores());

        stores().idempotencyKeys().release(KEY, new Claim.Won(FIRST, NOON));

        assertThat(claim(KEY, SECOND, NOON)).isEqualTo(new Claim.Done(FIRST));
    }

    @Test
    void whoTookTooLongCannotGiveUpTheClaimOfAnother() {
        claim(KEY, FIRST, NOON);
        Instant over = NOON.plus(LEASE);
        claim(KEY, SECOND, over);

        stores().idempotencyKeys().release(KEY, new Claim.Won(FIRST, NOON));

        assertThat(claim(KEY, SECOND, over)).isEqualTo(new Claim.InFlight());
        stores().idempotencyKeys().release(KEY, new Claim.Won(FIRST, over));
        assertThat(claim(KEY, SECOND, over)).isEqualTo(new Claim.Won(SECOND, over));
    }

    @Test
    void givingUpAnUnknownKeyChangesNothing() {
        stores().idempotencyKeys().release(KEY, new Claim.Won(FIRST, NOON));

        assertThat(claim(KEY, FIRST, NOON)).isEqualTo(new Claim.Won(FIRST, NOON));
    }

    @Test
    void keysOlderThanATimeAreForgotten() {
        var younger = new IdempotencyKey(TENANT, "key-2", "fingerprint-2");
        claim(KEY, FIRST, NOON);
        claim(younger, SECOND, NOON.plusMillis(1));
        aMeeting().linked(FIRST.value()).addedTo(stores());
        aMeeting().linked(SECOND.value()).addedTo(stores());

        stores().idempotencyKeys().forgetBefore(NOON.plusMillis(1));

        var third = new MeetingLink("third");
        assertThat(claim(KEY, third, NOON)).isEqualTo(new Claim.Won(third, NOON));
        assertThat(claim(younger, third, NOON)).isEqualTo(new Claim.Done(SECOND));
    }

    @Test
    void tenantsDoNotShareKeys() {
        claim(KEY, FIRST, NOON);

        assertThat(claim(new IdempotencyKey(OTHER_TENANT, KEY.value(), KEY.fingerprint()), SECOND, NOON))
                .isEqualTo(new Claim.Won(SECOND, NOON));
    }

    @Test
    void keysAreToldApartByCase() {
        claim(KEY, FIRST, NOON);

        assertThat(claim(new IdempotencyKey(TENANT, "KEY-1", KEY.fingerprint()), SECOND, NOON))
                .isEqualTo(new Claim.Won(SECOND, NOON));
    }

    @ParameterizedTest
    @MethodSource("dev.convene.testkit.HostileText#all")
    void aKeyMayBeAnyText(String hostile) {
        claim(new IdempotencyKey(TENANT, hostile, "fingerprint"), FIRST, NOON);

        assertThat(claim(new IdempotencyKey(TENANT, hostile, "fingerprint"), SECOND, NOON))
                .isEqualTo(new Claim.InFlight());
    }

    @Test
    void theLongestKeyFits() {
        var key = new IdempotencyKey(TENANT, HostileText.ofLength(IdempotencyKey.MAX_LENGTH), "f".repeat(64));

        assertThat(claim(key, FIRST, NOON)).isEqualTo(new Claim.Won(FIRST, NOON));
    }

    @Test
    void ofSixtyFourClaimsAtOnceExactlyOneWins() {
        List<Claim> claims = AtOnce.run(64, i -> claim(KEY, new MeetingLink("link-" + i), NOON));

        assertThat(claims).filteredOn(Claim.Won.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.InFlight.class::isInstance).hasSize(63);
    }

    @Test
    void ofSixtyFourTakeoversAtOnceExactlyOneWins() {
        claim(KEY, FIRST, NOON);

        List<Claim> claims = AtOnce.run(64, i -> claim(KEY, SECOND, NOON.plus(LEASE)));

        assertThat(claims)
                .filteredOn(new Claim.Won(FIRST, NOON.plus(LEASE))::equals)
                .hasSize(1);
        assertThat(claims).filteredOn(Claim.InFlight.class::isInstance).hasSize(63);
    }

    private Claim claim(IdempotencyKey key, MeetingLink link, Instant now) {
        return stores().idempotencyKeys().claim(key, link, now);
    }
}
