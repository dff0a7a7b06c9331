package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.Role;
import dev.convene.provider.embedded.Stage.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRuleTest {

    @ParameterizedTest
    @CsvSource({
        "publisher, moderator, sendrecv",
        "publisher, subscriber, sendonly",
        "subscriber, publisher, recvonly",
        "subscriber, publisheronly, recvonly",
        "publisheronly, publisher, sendonly",
        "publisher, publisheronly, recvonly",
        "subscriber, subscriber, inactive",
        "publisheronly, publisheronly, inactive"
    })
    void whatTheRolesAllowPasses(String from, String to, String direction) {
        assertThatCode(() -> require(from, to, sdp(direction))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "subscriber, publisher, sendrecv",
        "subscriber, moderator, sendonly",
        "subscriber, subscriber, recvonly",
        "publisher, publisheronly, sendonly",
        "publisher, subscriber, recvonly",
        "publisheronly, publisher, sendrecv",
        "publisheronly, moderator, recvonly"
    })
    void whatTheRolesDoNotAllowIsRefused(String from, String to, String direction) {
        assertRefused(from, to, sdp(direction));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio 9 X 111\na=mid:0",
                "a=sendrecv\r\nm=video 9 X 96\r\na=mid:0",
                "m=audio 9 X 111\ra=recvonly\rm=video 9 X 96\ra=sendonly",
                "m=audio 9 X 111\r\na=recvonly\r\na=sendrecv",
                "m=audio 9 X 111\r\n  a=sendonly  \r\n",
                "m=image 9 X 1\r\na=sendonly",
                // Chromium reads these as sendrecv
                "m=audio 9 X 111\r\na=recvonly\r\na=sendrecv:x",
                "m=audio 9 X 111\r\na=recvonly\r\na=sendrecv x",
                "m=audio 9 X 111\r\na=x-y:\ra=recvonly\r\n",
                "m=audio 9 X 111\r\na=x-y:\0\r\na=recvonly\r\n",
                "m=audio 9 X 111\r\na=x-y:a=recvonly\r\n"
            })
    void noSpellingGetsPast(String sections) {
        assertRefused("subscriber", "publisher", "v=0\r\n" + sections);
        assertRefused("subscriber", "publisher", sections);
    }

    @Test
    void theSessionsDirectionHoldsForSectionsWithoutOneAndDataIsNoMedia() {
        assertThatCode(() -> require(
                        "subscriber",
                        "publisher",
                        "v=0\r\na=recvonly\r\nm=audio 9 X 111\r\nm=application 9 X webrtc-datachannel\r\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void aSubscribersDescriptionThatSendsReachesNobodyAndTheyStay() {
        try (var stage = new Stage()) {
            Browser ada = stage.joined("ada");
            Browser eve = stage.joined(Stage.ROOM, "eve", Role.SUBSCRIBER);

            eve.says(description(ada, "sendrecv"));
            assertThat(ada.line.heard(ServerMessage.Description.class)).isEmpty();
            assertThat(eve.error().code()).isEqualTo("not-allowed");
            assertThat(eve.line.closed()).isNull();

            eve.says(description(ada, "recvonly"));
            assertThat(ada.line.heard(ServerMessage.Description.class)).hasSize(1);
        }
    }

    private static String description(Browser to, String direction) {
        String sdp = sdp(direction).replace("\r\n", "\\r\\n");
        return "{'type':'description','to':'" + to.id() + "','description':{'type':'offer','sdp':'" + sdp + "'}}";
    }

    private static String sdp(String direction) {
        return "v=0\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=inactive\r\n"
                + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\na=" + direction + "\r\n";
    }

    private static void assertRefused(String from, String to, String sdp) {
        assertThatThrownBy(() -> require(from, to, sdp))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
    }

    private static void require(String from, String to, String sdp) {
        MediaRule.require(Role.of(from), Role.of(to), sdp);
    }
}
