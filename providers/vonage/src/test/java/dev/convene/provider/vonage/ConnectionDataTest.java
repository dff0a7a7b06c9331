package dev.convene.provider.vonage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.Participant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionDataTest {

    /** As the predecessor sent it, so that what clients make of it stays the same. */
    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "ada"})
    void withoutANameOfItsOwnItIsTheIdentity(String name) {
        assertThat(ConnectionData.of(new Participant("ada", name))).isEqualTo("ada");
        assertThat(ConnectionData.read("ada")).isEqualTo(new Participant("ada", "ada"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{}", "{}x", "{\"id\":1}", "{\"identity\":\"ben\",\"name\":\"Ben\"}", "{\"identity\":5}"})
    void anIdentityThatLooksLikeMoreIsStillTheIdentity(String identity) {
        for (String name : new String[] {identity, "Ada"}) {
            String data = ConnectionData.of(new Participant(identity, name));

            assertThat(ConnectionData.read(data)).isEqualTo(new Participant(identity, name));
        }
    }

    @Test
    void whatDoesNotFitIsTheNameAndNeverTheIdentity() {
        int most = ConnectionData.MAX_IDENTITY_LENGTH;
        for (String identity :
                new String[] {"x".repeat(most), "{" + "\u0001".repeat(most - 1), "{" + "\"".repeat(most - 1)}) {
            String data = ConnectionData.of(new Participant(identity, "Ada"));

            assertThat(data.length()).isLessThanOrEqualTo(ConnectionData.MAX_LENGTH);
            assertThat(ConnectionData.read(data).identity()).isEqualTo(identity);
        }
    }

    /** Somebody else's tokens, in the same project. */
    @ParameterizedTest
    @ValueSource(strings = {"{broken", "{\"userId\":17}", "[1]", "{}", "{\"identity\":null}"})
    void dataOfOthersIsAnIdentityAsItStands(String data) {
        assertThat(ConnectionData.read(data).identity()).isEqualTo(data);
    }

    @Test
    void nobodyIsNoIdentity() {
        assertThatThrownBy(() -> ConnectionData.read(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConnectionData.read("x".repeat(1025))).isInstanceOf(IllegalArgumentException.class);
    }
}
