package dev.convene.provider.vonage;

import static dev.convene.provider.vonage.CallbackSender.claims;
import static dev.convene.provider.vonage.CallbackSender.request;
import static dev.convene.provider.vonage.CallbackSender.signature;
import static dev.convene.provider.vonage.CallbackSender.signed;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts, README against code, "webhook authenticity": here it is proved. */
class CallbackProofTest {

    private static final String SESSION_SECRET = "of-session-monitoring";
    private static final String ARCHIVE_SECRET = "of-archives";
    private static final String URL_SECRET = "0123456789abcdef";
    private static final String BODY = "{\"event\":\"sessionCreated\"}";

    private final SettableClock clock = new SettableClock();
    private final CallbackProof signing =
            new CallbackProof(List.of(new HmacKey(SESSION_SECRET), new HmacKey(ARCHIVE_SECRET)), null, clock);
    private final CallbackProof unsigned = new CallbackProof(List.of(), new HmacKey(URL_SECRET), clock);

    @ParameterizedTest
    @ValueSource(strings = {SESSION_SECRET, ARCHIVE_SECRET})
    void aSignedCallbackIsFromVonage(String secret) {
        accepted(signing, request("", signature(secret, BODY, clock.instant()), BODY));
    }

    @Test
    void anotherBodyIsNot() {
        refused(signing, request("", signature(SESSION_SECRET, BODY, clock.instant()), BODY + " "));
    }

    @Test
    void anotherSecretIsNot() {
        refused(signing, request("", signature("guessed", BODY, clock.instant()), BODY));
    }

    @Test
    void anOldOrEarlyOneIsNot() {
        Duration tooFar = CallbackProof.MAX_AGE.plusSeconds(1);
        accepted(
                signing,
                request("", signature(SESSION_SECRET, BODY, clock.instant().minus(CallbackProof.MAX_AGE)), BODY));
        refused(
                signing,
                request("", signature(SESSION_SECRET, BODY, clock.instant().minus(tooFar)), BODY));
        refused(
                signing,
                request("", signature(SESSION_SECRET, BODY, clock.instant().plus(tooFar)), BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "payload_hash"})
    void oneThatDoesNotSayWhatItSignsIsNot(String missing) {
        var claims = claims(BODY, clock.instant());
        claims.remove(missing);

        refused(signing, request("", "Bearer " + signed(SESSION_SECRET, claims), BODY));
    }

    @Test
    void aTokenOfAnotherAlgorithmIsNot() {
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        String token = signed(SESSION_SECRET, claims(BODY, clock.instant()));
        String[] parts = token.split("\\.");

        refused(signing, request("", "Bearer " + none + "." + parts[1] + ".", BODY));
        refused(signing, request("", "Bearer " + none + "." + parts[1] + "." + parts[2], BODY));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer a.b",
                "Bearer a.b.c",
                "Bearer ..",
                "Basic YTpi",
                "Bearer \u00e9.\u00e9.\u00e9"
            })
    void whatIsNotSignedIsNot(String authorization) {
        refused(signing, request("", authorization, BODY));
    }

    @Test
    void whereNothingIsSignedTheUrlHasOurSecret() {
        accepted(unsigned, request("?secret=" + URL_SECRET, null, BODY));
        accepted(unsigned, request("?a=b&secret=" + URL_SECRET, "Bearer whatever", BODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?secret",
                "?secret=",
                "?secret=0123456789abcdeF",
                "?Secret=0123456789abcdef",
                "?secret=0123456789abcdef&secret=x",
                "?secret=%zz",
                "?x=0123456789abcdef"
            })
    void anotherUrlIsNotFromVonage(String query) {
        refused(unsigned, request(query.replace("%zz", "%C3"), null, BODY));
    }

    /** One kind of callback may be signed, another not. */
    @Test
    void eitherProofIsEnoughWhereBothAreKnown() {
        var both = new CallbackProof(List.of(new HmacKey(SESSION_SECRET)), new HmacKey(URL_SECRET), clock);

        accepted(both, request("?secret=" + URL_SECRET, null, BODY));
        accepted(both, request("", signature(SESSION_SECRET, BODY, clock.instant()), BODY));
        refused(both, request("?secret=" + URL_SECRET, signature("guessed", BODY, clock.instant()), BODY));
        refused(both, request("", null, BODY));
    }

    @Test
    void withoutAnySecretNothingIs() {
        refused(new CallbackProof(List.of(), null, clock), request("?secret=", "Bearer a.b.c", BODY));
    }

    private static void accepted(CallbackProof proof, WebhookRequest request) {
        assertThatCode(() -> proof.verify(request)).doesNotThrowAnyException();
    }

    private static void refused(CallbackProof proof, WebhookRequest request) {
        assertThatThrownBy(() -> proof.verify(request)).isInstanceOf(NotAuthentic.class);
    }
}
