package dev.convene.provider.twilio;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.core.provider.WebhookRequest;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's proof, https://www.twilio.com/docs/usage/security#validating-requests: Base64 of the HMAC-SHA1, keyed with the
 * account's auth token, of the URL that it called and the form's parameters. A URL with {@code bodySHA256} is signed alone, for
 * the body's hash is in it.
 */
final class TwilioSignature {

    static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";
    private static final Pattern BODY_HASH = Pattern.compile("(?:^|&)bodySHA256=([^&]*)");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<scheme>https?)://(?<host>[^/?:\\[]+|\\[[^]]*])(?::(?<port>\\d+))?(?<rest>[/?].*|)");

    private final SecretKeySpec key;
    private final @Nullable URI called;

    /** @param called where Twilio calls us; null to take it from the request, which has seen what a proxy changed */
    TwilioSignature(String authToken, @Nullable URI called) {
        this.key = new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM);
        this.called = called;
    }

    void verify(WebhookRequest request) throws NotAuthentic {
        byte[] given = request.header(HEADER)
                .orElseThrow(() -> new NotAuthentic("no " + HEADER))
                .getBytes(UTF_8);
        String url = url(request.url());
        String parameters = parameters(request);
        boolean authentic = false;
        for (String variant : withAndWithoutPort(url)) {
            authentic |= MessageDigest.isEqual(sign(variant + parameters).getBytes(US_ASCII), given);
        }
        if (!authentic) {
            throw new NotAuthentic("the signature does not fit " + url.replaceAll("\\?.*", "") + " and the parameters");
        }
    }

    /** Scheme, host and path as Twilio has them, the query as it came. */
    private String url(URI seen) {
        if (called == null) {
            return seen.toString();
        }
        String query = seen.getRawQuery();
        return called.toString().replaceAll("[?#].*", "") + (query == null ? "" : "?" + query);
    }

    private static String parameters(WebhookRequest request) throws NotAuthentic {
        Optional<String> hash = bodyHash(request.url().getRawQuery());
        if (hash.isPresent()) {
            if (!MessageDigest.isEqual(
                    hash.get().getBytes(UTF_8), sha256(request.body()).getBytes(US_ASCII))) {
                throw new NotAuthentic("the body does not fit bodySHA256");
            }
            return "";
        }
        if (!isForm(request)) {
            throw new NotAuthentic("neither a form nor a body whose hash is in the URL");
        }
        try {
            return FormBody.of(request.body()).signedForm();
        } catch (Unreadable e) {
            throw new NotAuthentic(String.valueOf(e.getMessage()));
        }
    }

    /** Senders differ on whether they sign the port, so Twilio's own validator takes both. */
    private static List<String> withAndWithoutPort(String url) {
        Matcher parts = AUTHORITY.matcher(url);
        if (!parts.matches()) {
            return List.of(url);
        }
        String scheme = parts.group("scheme");
        String usual = scheme.equals("https") ? "443" : "80";
        String port = parts.group("port") == null ? usual : parts.group("port");
        String bare = scheme + "://" + parts.group("host");
        return List.of(bare + parts.group("rest"), bare + ":" + port + parts.group("rest"));
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static Optional<String> bodyHash(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        Matcher hash = BODY_HASH.matcher(query);
        return hash.find() ? Optional.of(hash.group(1)) : Optional.empty();
    }

    private static boolean isForm(WebhookRequest request) {
        return request.header("Content-Type")
                .map(it -> it.toLowerCase(Locale.ROOT).strip())
                .filter(it -> it.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
