package dev.convene.provider.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An S3 bucket of the operator's own, and how a request to it is signed: in its address (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Signature version 4, query parameters</a>).
 *
 * @param endpoint of a service with the same interface, its buckets below it; null for AWS
 */
record Bucket(String name, String region, @Nullable URI endpoint, String accessKey, String secretKey) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    /** For LiveKit, which writes there: its {@code S3Upload}. */
    Map<String, Object> upload() {
        var upload = new TreeMap<String, Object>(
                Map.of("bucket", name, "region", region, "access_key", accessKey, "secret", secretKey));
        if (endpoint != null) {
            upload.put("endpoint", endpoint.toString());
            upload.put("force_path_style", true);
        }
        return upload;
    }

    /** The address by which the object can be asked for, with that method and for that long. */
    URI signed(String method, String key, Instant now, Duration validity) {
        return sign(method, address(key), now, validity);
    }

    URI sign(String method, URI object, Instant now, Duration validity) {
        String time = TIME.format(now);
        String scope = time.substring(0, DAY) + "/" + region + "/s3/aws4_request";
        var query = new TreeMap<String, String>(Map.of(
                "X-Amz-Algorithm",
                ALGORITHM,
                "X-Amz-Credential",
                accessKey + "/" + scope,
                "X-Amz-Date",
                time,
                "X-Amz-Expires",
                Long.toString(validity.toSeconds()),
                "X-Amz-SignedHeaders",
                "host"));
        String text = query.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        String request = String.join(
                "\n",
                method,
                object.getRawPath(),
                text,
                "host:" + object.getRawAuthority(),
                "",
                "host",
                "UNSIGNED-PAYLOAD");
        String signature = signature(time, scope, request);
        return URI.create(object + "?" + text + "&X-Amz-Signature=" + signature);
    }

    /** @param key of letters, digits, hyphens, dots and slashes, which need no encoding */
    private URI address(String key) {
        return endpoint == null
                ? URI.create("https://" + name + ".s3." + region + ".amazonaws.com/" + key)
                : URI.create(endpoint + "/" + name + "/" + key);
    }

    private String signature(String time, String scope, String request) {
        String text = String.join("\n", ALGORITHM, time, scope, hex(sha256(request)));
        byte[] signing = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            signing = mac(signing, part);
        }
        return hex(mac(signing, text));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Bucket[" + name + "]";
    }
}
