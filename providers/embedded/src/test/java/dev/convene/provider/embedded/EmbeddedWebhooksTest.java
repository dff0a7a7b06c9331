package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.EndedByModerator;
import dev.convene.core.provider.ProviderEvent.Joined;
import dev.convene.core.provider.ProviderEvent.Left;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedWebhooksTest {

    private static final String SECRET = "a webhook secret of the tests, long enough for HS512: 64 bytes and more";
    private static final String CREATED = """
            {"id":"e1","event":"connectionCreated","sessionId":"room-1","timestamp":1767225600123,"projectId":"ignored",
             "connection":{"id":"c1","data":"ada","name":"Ada","createdAt":1}}""";

    private final SettableClock clock = new SettableClock();
    private final EmbeddedWebhooks webhooks =
            new EmbeddedWebhooks(new WebhookSignature(SharedSecret.of(SECRET), clock));

    @Test
    void aConnectionThatCameIsAJoin() throws Exception {
        assertThat(receive(CREATED))
                .containsExactly(new Joined(
                        "e1",
                        new RoomId("room-1"),
                        Instant.ofEpochMilli(1_767_225_600_123L),
                        new ConnectionId("c1"),
                        new Participant("ada", "Ada")));
    }

    @Test
    void severalReportsMayComeTogether() throws Exception {
        String left = """
                {"id":"e2","event":"connectionDestroyed","sessionId":"room-1","timestamp":2,"connection":{"id":"c1","data":""}}""";
        String ended = """
                {"id":"e3","event":"ended","sessionId":"room-1","timestamp":3,"connection":{"id":"c1","data":"ada"}}""";

        assertThat(receive("[" + CREATED + "," + left + "," + ended + "]"))
                .hasSize(3)
                .contains(
                        new Left("e2", new RoomId("room-1"), Instant.ofEpochMilli(2), new ConnectionId("c1"), null),
                        new EndedByModerator("e3", new RoomId("room-1"), Instant.ofEpochMilli(3), "ada"));
    }

    @Test
    void kindsThatAreNotKnownArePassedOver() throws Exception {
        assertThat(receive("{\"event\":\"streamCreated\",\"stream\":{}}")).isEmpty();
        assertThat(receive("{}")).isEmpty();
        assertThat(receive("[]")).isEmpty();
    }

    @Test
    void aNameThatIsTooLongIsCut() throws Exception {
        String longName = CREATED.replace("\"Ada\"", "\"" + "x".repeat(500) + "\"");

        assertThat(receive(longName))
                .singleElement()
                .isInstanceOfSatisfying(
                        Joined.class, it -> assertThat(it.participant().name()).hasSize(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "7",
                "[7]",
                "{\"event\":\"connectionCreated\"}",
                "{\"id\":\"e\",\"event\":\"connectionCreated\",\"sessionId\":\"r\",\"timestamp\":\"1\",\"connection\":{\"id\":\"c\",\"data\":\"a\"}}",
                "{\"id\":\"e\",\"event\":\"connectionCreated\",\"sessionId\":\"r\",\"timestamp\":1,\"connection\":{\"id\":\"c\"}}",
                "{\"id\":\"e\",\"event\":\"connectionDestroyed\",\"sessionId\":\"r\",\"timestamp\":1}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":1}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":1e99,\"connection\":{\"data\":\"a\"}}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":-1,\"connection\":{\"data\":\"a\"}}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":9223372036854775807,\"connection\":{\"data\":\"a\"}}",
                "{\"id\":\"e\\u0000\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":1,\"connection\":{\"data\":\"a\"}}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\\u0000\",\"timestamp\":1,\"connection\":{\"data\":\"a\"}}",
                "{\"id\":\"e\",\"event\":\"ended\",\"sessionId\":\"r\",\"timestamp\":1,\"connection\":{\"data\":\"a\\u0000\"}}",
                "{\"id\":\"e\",\"event\":\"connectionCreated\",\"sessionId\":\"r\",\"timestamp\":1,\"connection\":{\"id\":\"c\",\"data\":\"a\\u0000\"}}"
            })
    void whatIsAuthenticButMakesNoSenseIsUnreadable(String body) {
        assertThatThrownBy(() -> receive(body)).isInstanceOf(Unreadable.class);
    }

    @Test
    void anIdThatIsTooLongIsUnreadable() {
        assertThatThrownBy(() -> receive(CREATED.replace("\"e1\"", "\"" + "e".repeat(256) + "\"")))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void withoutAProofNothingIsRead() {
        assertNotAuthentic(new WebhookRequest(uri(), Map.of(), bytes(CREATED)));
        assertNotAuthentic(request("Basic abc", CREATED));
        assertNotAuthentic(request("Bearer ", CREATED));
        assertNotAuthentic(request("Bearer nonsense", CREATED));
        assertNotAuthentic(
                new WebhookRequest(uri(), Map.of("Authorization", List.of("Bearer a", "Bearer b")), bytes(CREATED)));
    }

    @Test
    void theBodyIsPartOfTheProof() throws Exception {
        String proof = "Bearer " + signed(claims(CREATED).build(), SECRET);

        assertNotAuthentic(request(proof, CREATED.replace("ada", "eve")));
        assertNotAuthentic(request(proof, CREATED + " "));
    }

    @Test
    void theHashIsNeeded() throws Exception {
        assertNotAuthentic(
                request(bearer(claims(CREATED).claim("payload_hash", null).build()), CREATED));
        assertNotAuthentic(
                request(bearer(claims(CREATED).claim("payload_hash", 7).build()), CREATED));
    }

    @Test
    void anotherSecretProvesNothing() throws Exception {
        String forged = signed(claims(CREATED).build(), SECRET.replace('e', 'f'));

        assertNotAuthentic(request("Bearer " + forged, CREATED));
    }

    @Test
    void anUnsignedTokenProvesNothing() {
        assertNotAuthentic(request("Bearer " + new PlainJWT(claims(CREATED).build()).serialize(), CREATED));
    }

    @Test
    void anotherAlgorithmProvesNothing() throws Exception {
        var jwt =
                new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims(CREATED).build());
        jwt.sign(new MACSigner(SECRET));

        assertNotAuthentic(request("Bearer " + jwt.serialize(), CREATED));
    }

    @Test
    void anotherIssuerProvesNothing() throws Exception {
        assertNotAuthentic(request(bearer(claims(CREATED).issuer("convene").build()), CREATED));
    }

    @Test
    void aProofIsGoodForFiveMinutesToBothSides() throws Exception {
        WebhookRequest request = request(bearer(claims(CREATED).build()), CREATED);

        clock.advance(Duration.ofMinutes(5));
        assertThat(webhooks.receive(request)).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        assertNotAuthentic(request);
        clock.advance(Duration.ofMinutes(-10).minusSeconds(2));
        assertNotAuthentic(request);
        assertNotAuthentic(request(bearer(claims(CREATED).issueTime(null).build()), CREATED));
    }

    @Test
    void aJoinTokenProvesNothing() {
        var tokens = new JoinTokens(SharedSecret.of(SECRET), clock);
        var grant = new Grant(
                new Participant("ada", "Ada"),
                Role.MODERATOR,
                clock.instant(),
                clock.instant().plusSeconds(60));

        assertNotAuthentic(
                request("Bearer " + tokens.sign(new RoomId("room-1"), grant).value(), CREATED));
    }

    private List<ProviderEvent> receive(String body) throws Exception {
        return webhooks.receive(request(bearer(claims(body).build()), body));
    }

    private void assertNotAuthentic(WebhookRequest request) {
        assertThatThrownBy(() -> webhooks.receive(request)).isInstanceOf(NotAuthentic.class);
    }

    private static WebhookRequest request(String authorization, String body) {
        return new WebhookRequest(uri(), Map.of("Authorization", List.of(authorization)), bytes(body));
    }

    private JWTClaimsSet.Builder claims(String body) {
        return new JWTClaimsSet.Builder()
                .issuer("convene-embedded")
                .issueTime(Date.from(clock.instant()))
                .claim("payload_hash", hash(body));
    }

    private static String bearer(JWTClaimsSet claims) throws Exception {
        return "Bearer " + signed(claims, SECRET);
    }

    private static String signed(JWTClaimsSet claims, String secret) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(secret));
        return jwt.serialize();
    }

    private static String hash(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static URI uri() {
        return URI.create("https://meet.example.org/webhooks/embedded");
    }
}
