package dev.convene.vendor.testkit.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A status callback that Twilio would send.
 *
 * @param url where to
 * @param fields its parameters
 */
public record TwilioCallback(URI url, SortedMap<String, String> fields) {

    public static final String SIGNATURE = "X-Twilio-Signature";
    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    public TwilioCallback {
        fields = new TreeMap<>(fields);
    }

    public TwilioCallback(URI url, Map<String, String> fields) {
        this(url, new TreeMap<>(fields));
    }

    public String event() {
        return String.valueOf(fields.get("StatusCallbackEvent"));
    }

    public String body() {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(joining("&"));
    }

    /** The header that proves it, by the account's auth token. */
    public String signature(String authToken) {
        String signed = url
                + fields.entrySet().stream()
                        .map(it -> it.getKey() + it.getValue())
                        .collect(joining());
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
