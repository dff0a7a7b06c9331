package dev.convene.provider.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the vectors of Twilio's own validator (twilio-java, RequestValidatorTest). */
class TwilioSignatureTest {

    private static final String FORM =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String SIGNATURE_WITH_PORT = "kvajT1Ptam85bY51eRf/AJRuM3w=";
    private static final String BODY = "{\"property\": \"value\", \"boolean\": true}";
    private static final String BODY_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private final TwilioSignature direct = new TwilioSignature("12345", null);

    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2," + SIGNATURE,
        "https://mycompany.com:443/myapp.php?foo=1&bar=2," + SIGNATURE_WITH_PORT,
        // senders differ on whether they sign the port
        "https://mycompany.com:443/myapp.php?foo=1&bar=2," + SIGNATURE,
        "https://mycompany.com/myapp.php?foo=1&bar=2," + SIGNATURE_WITH_PORT
    })
    void theVectorsOfTwilioAreAuthentic(String url, String signature) {
        assertThatCode(() -> direct.verify(form(url, FORM, signature))).doesNotThrowAnyException();
    }

    @Test
    void theOrderOfTheParametersDoesNotMatter() {
        String shuffled =
                "To=%2B18005551212&Digits=1234&CallSid=CA1234567890ABCDE&From=%2B14158675309&Caller=%2B14158675309";

        assertThatCode(() -> direct.verify(form(URL, shuffled, SIGNATURE))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mycompany.com/myapp.php?foo=1&bar=3",
                "http://mycompany.com/myapp.php?foo=1&bar=2",
                "https://other.com/myapp.php?foo=1&bar=2",
                "https://mycompany.com/myapp.php"
            })
    void aSignatureOfAnotherUrlIsNot(String url) {
        assertRefused(direct, form(url, FORM, SIGNATURE));
    }

    @Test
    void aSignatureOfOtherParametersIsNot() {
        assertRefused(direct, form(URL, FORM + "&More=1", SIGNATURE));
        assertRefused(direct, form(URL, FORM.replace("1234&From", "4321&From"), SIGNATURE));
        assertRefused(direct, form(URL, "", SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "RSOYDt4T1cUTdK1PDd93/VVr8B9=", "rsoydt4t1cutdk1pdd93/vvr8b8="})
    void aWrongSignatureIsNot(String signature) {
        assertRefused(direct, form(URL, FORM, signature));
    }

    @Test
    void noSignatureOrTwoAreNot() {
        assertRefused(direct, new WebhookRequest(URI.create(URL), headers(List.of()), FORM.getBytes(UTF_8)));
        assertRefused(
                direct,
                new WebhookRequest(URI.create(URL), headers(List.of(SIGNATURE, SIGNATURE)), FORM.getBytes(UTF_8)));
    }

    @Test
    void anotherTokenIsNot() {
        assertRefused(new TwilioSignature("54321", null), form(URL, FORM, SIGNATURE));
    }

    /** Twilio called the public address; what the proxy made of it is what this server sees. */
    @Test
    void behindAProxyThePublicAddressCounts() {
        var behind = new TwilioSignature("12345", URI.create("https://mycompany.com/myapp.php"));

        assertThatCode(() -> behind.verify(form("http://10.0.0.7:3000/webhooks/twilio?foo=1&bar=2", FORM, SIGNATURE)))
                .doesNotThrowAnyException();
        assertRefused(behind, form("http://10.0.0.7:3000/webhooks/twilio?foo=1&bar=3", FORM, SIGNATURE));
    }

    /** A callback of another application of the account, sent on to us. */
    @Test
    void theHostThatARequestNamesDoesNotCountThen() {
        var here = new TwilioSignature("12345", URI.create("https://meet.example.org/webhooks/twilio"));

        assertRefused(here, form(URL, FORM, SIGNATURE));
    }

    @Test
    void aBodyWhoseHashIsInTheUrlIsSignedByTheUrl() throws Exception {
        String url = URL + "&bodySHA256=" + BODY_HASH;
        String signature = "a9nBmqA0ju/hNViExpshrM61xv4=";

        assertThatCode(() -> direct.verify(json(url, BODY, signature))).doesNotThrowAnyException();
        assertRefused(direct, json(url, BODY.replace("true", "false"), signature));
        assertRefused(direct, json(URL, BODY, signature));
    }

    @Test
    void aBodyThatIsNeitherIsNot() {
        assertRefused(direct, json(URL, BODY, SIGNATURE));
    }

    @Test
    void anEscapeThatIsNoneIsNot() {
        assertRefused(direct, form(URL, "a=%zz", SIGNATURE));
    }

    private static void assertRefused(TwilioSignature signature, WebhookRequest request) {
        assertThatThrownBy(() -> signature.verify(request)).isInstanceOf(NotAuthentic.class);
    }

    private static WebhookRequest form(String url, String body, String signature) {
        return new WebhookRequest(URI.create(url), headers(List.of(signature)), body.getBytes(UTF_8));
    }

    private static WebhookRequest json(String url, String body, String signature) {
        var headers = new TreeMap<>(headers(List.of(signature)));
        headers.put("Content-Type", List.of("application/json"));
        return new WebhookRequest(URI.create(url), headers, body.getBytes(UTF_8));
    }

    private static Map<String, List<String>> headers(List<String> signatures) {
        return Map.of(
                "X-Twilio-Signature",
                signatures,
                "Content-Type",
                List.of("application/x-www-form-urlencoded; charset=utf-8"));
    }
}
