package dev.convene.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderValuesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Participant ADA = new Participant("ada", "Ada");

    @Test
    void aTokenIsASecretThatNoLogShows() {
        assertThat(new JoinToken("secret", NOON)).asString().doesNotContain("secret");
    }

    @Test
    void aGrantEndsAfterItWasGiven() {
        assertThatThrownBy(() -> new Grant(ADA, Role.PUBLISHER, NOON, NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHeaderIsFoundInAnyCase() {
        assertThat(request(Map.of("X-Signature", List.of("abc"))).header("x-SIGNATURE"))
                .contains("abc");
    }

    @Test
    void aHeaderThatIsGivenTwiceIsNotChosenFrom() {
        assertThat(request(Map.of("x-signature", List.of("abc", "def"))).header("x-signature"))
                .isEmpty();
        assertThat(request(Map.of()).header("x-signature")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vonage", "1abc", "a-b", "a b", "../x", "abcdefghijklmnopqrstuvwxyz1234567"})
    void aProvidersNameIsLowerCaseLettersAndDigits(String name) {
        assertThatThrownBy(() -> new ProviderName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRoleIsFoundByItsNameOnTheWire(Role role) {
        assertThat(Role.of(role.value())).isEqualTo(role);
    }

    @Test
    void anUnknownRoleIsRefused() {
        assertThatThrownBy(() -> Role.of("MODERATOR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAreNeitherBlankNorTooLong() {
        assertThatThrownBy(() -> new RoomId(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RoomId("x".repeat(RoomId.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConnectionId("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConnectionId("x".repeat(ConnectionId.MAX_LENGTH + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Participant("", "Ada")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Participant("x".repeat(Participant.MAX_IDENTITY_LENGTH + 1), "Ada"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WebhookRequest request(Map<String, List<String>> headers) {
        return new WebhookRequest(URI.create("https://meet.example/webhooks/fake"), headers, new byte[0]);
    }
}
