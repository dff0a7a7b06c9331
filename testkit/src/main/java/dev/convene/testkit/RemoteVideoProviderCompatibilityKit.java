package dev.convene.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.RoomSpec;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a provider must also do when a vendor is behind it: tell the vendor's failures apart by who can do something about
 * them, within a bounded time. Extend it as the kit above it, with a vendor of yours on loopback and read timeouts of
 * less than a second.
 */
public abstract class RemoteVideoProviderCompatibilityKit extends VideoProviderCompatibilityKit {

    /** The vendor that {@link #newProvider} calls. */
    protected abstract FaultyVendor vendor();

    /** Somebody comes into the room, at the vendor. */
    protected abstract ConnectionId arrives(RoomId room);

    /** What must never be told: passwords, private keys. */
    protected abstract List<String> secrets();

    /** The longest that a call may take, its repetitions included. */
    protected Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Test
    void whoIsConnectedAtTheVendorIsInTheRoom() {
        RoomId room = opened();
        RoomId other = opened();

        assertThat(provider().connectionsIn(room)).isEmpty();
        ConnectionId ada = arrives(room);
        ConnectionId ben = arrives(room);

        assertThat(provider().connectionsIn(room)).containsExactlyInAnyOrder(ada, ben);
        assertThat(provider().connectionsIn(other)).isEmpty();
    }

    @Test
    void closingARoomPutsEverybodyOut() {
        RoomId room = opened();
        RoomId other = opened();
        arrives(room);
        arrives(room);
        ConnectionId stays = arrives(other);

        provider().closeRoom(room);

        assertThat(provider().connectionsIn(room)).isEmpty();
        assertThat(provider().connectionsIn(other)).containsExactly(stays);
    }

    @Test
    void aRoomThatLivesWhileItIsUsedIsNotOpenOnceItIsClosed() {
        RoomId room = opened();
        assertThat(provider().isOpen(room)).isTrue();

        provider().closeRoom(room);

        boolean livesOn = provider().capabilities().roomLife() == RoomLife.UNTIL_CLOSED;
        assertThat(provider().isOpen(room)).isEqualTo(livesOn);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedCredentialsAreForTheOperator(int status) {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(status));

        failure(this::opened, CredentialsRefused.class);
        failure(() -> provider().closeRoom(room), CredentialsRefused.class);
        failure(() -> provider().connectionsIn(room), CredentialsRefused.class);
    }

    /** There is no room yet whose state could be in the way. */
    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 418})
    void aRoomThatTheVendorRefusesToOpenIsADefectOfOurs(int status) {
        vendor().fail(VendorFault.answers(status));

        failure(this::opened, Refused.class);
    }

    @Test
    void aRoomThatTheVendorDoesNotKnowIsEmptyAndClosed() {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(404));

        assertThat(provider().connectionsIn(room)).isEmpty();
        provider().closeRoom(room);
    }

    @Test
    void aVendorThatLimitsUsSaysWhenToTryAgain() {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(429, "17"));

        assertThat(failure(this::opened, Unavailable.class).retryAfter()).isEqualTo(Duration.ofSeconds(17));
        assertThat(failure(() -> provider().connectionsIn(room), Unavailable.class)
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "99999999999999999999", "Mon, 02 Mar 2026 11:00:00 GMT"})
    void aRetryAfterThatIsNoneIsSomeTimeFromNow(String retryAfter) {
        vendor().fail(VendorFault.answers(429, retryAfter));

        assertThat(failure(this::opened, Unavailable.class).retryAfter()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aVendorThatIsDownMayBeTriedLater(int status) {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(status));

        assertThat(failure(this::opened, Unavailable.class).retryAfter()).isPositive();
        failure(() -> provider().closeRoom(room), Unavailable.class);
        failure(() -> provider().connectionsIn(room), Unavailable.class);
    }

    @Test
    void aVendorThatHangsIsNotWaitedForLong() {
        isUnavailableInTime(new VendorFault.Hangs());
    }

    /** A read timeout that ends with the headers would wait here for ever. */
    @Test
    void aVendorThatNeverEndsItsAnswerIsNotWaitedForLong() {
        isUnavailableInTime(new VendorFault.Stalls());
    }

    @Test
    void aVendorThatCutsTheConnectionMayBeTriedLater() {
        isUnavailableInTime(new VendorFault.HangsUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>It works!</html>", "{\"", "null", "[]", "{}", "17"})
    void anAnswerThatMakesNoSenseIsADefectOfOurs(String body) {
        vendor().fail(new VendorFault.Babbles(body));

        failure(this::opened, Refused.class);
    }

    @Test
    void aQuestionIsAskedAgain() {
        RoomId room = opened();
        ConnectionId ada = arrives(room);
        vendor().failNext(VendorFault.answers(503));

        assertThat(provider().connectionsIn(room)).containsExactly(ada);
    }

    @Test
    void aQuestionIsNotAskedForEver() {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(503));
        int before = vendor().calls();

        failure(() -> provider().connectionsIn(room), Unavailable.class);

        assertThat(vendor().calls() - before).isBetween(2, 6);
    }

    /** Nobody knows whether the vendor opened a room before it failed: a second would be left behind. */
    @Test
    void aRoomIsAskedForOnce() {
        for (VendorFault fault : List.of(VendorFault.answers(500), new VendorFault.HangsUp())) {
            vendor().fail(fault);
            int before = vendor().calls();

            failure(this::opened, Unavailable.class);

            assertThat(vendor().calls() - before).isEqualTo(1);
        }
    }

    @Test
    void aVendorThatIsBackIsUsedAgain() {
        for (VendorFault fault :
                List.of(VendorFault.answers(500), new VendorFault.Hangs(), new VendorFault.HangsUp())) {
            vendor().fail(fault);
            failure(this::opened, Unavailable.class);
            vendor().recover();

            assertThat(provider().connectionsIn(opened())).isEmpty();
        }
    }

    @Test
    void tokensAreSignedWithoutTheVendor() {
        RoomId room = opened();
        vendor().fail(VendorFault.answers(503));
        int before = vendor().calls();
        var grant = new Grant(new Participant("ada", "Ada"), Role.PUBLISHER, now(), now().plusSeconds(600));

        assertThat(decode(provider().issueToken(room, grant)).room()).isEqualTo(room);
        assertThat(vendor().calls()).isEqualTo(before);
    }

    @Test
    void failuresTellNoSecrets() {
        for (VendorFault fault : List.of(
                VendorFault.answers(401),
                VendorFault.answers(400),
                VendorFault.answers(500),
                new VendorFault.Babbles("{\""),
                new VendorFault.HangsUp())) {
            vendor().fail(fault);
            ProviderFailure failure = failure(this::opened, ProviderFailure.class);

            for (Throwable it = failure; it != null; it = it.getCause()) {
                assertThat(it.toString()).doesNotContain(secrets());
            }
        }
    }

    private void isUnavailableInTime(VendorFault fault) {
        RoomId room = opened();
        vendor().fail(fault);

        failure(this::opened, Unavailable.class);
        failure(() -> provider().connectionsIn(room), Unavailable.class);
        failure(() -> provider().closeRoom(room), Unavailable.class);
    }

    private RoomId opened() {
        return provider().openRoom(RoomSpec.plain());
    }

    private <F extends ProviderFailure> F failure(ThrowingCallable call, Class<F> kind) {
        long began = System.nanoTime();
        F failure = catchThrowableOfType(kind, call);
        assertThat(failure).isNotNull();
        assertThat(failure.provider()).isEqualTo(provider().name());
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(limit());
        return failure;
    }
}
