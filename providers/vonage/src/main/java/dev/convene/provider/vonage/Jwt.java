package dev.convene.provider.vonage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Web Tokens in compact form (RFC 7515, 7519). Of our own, because the SDKs take the time from the system's clock, and
 * libraries refuse the short keys that Vonage hands out for callbacks.
 */
final class Jwt {

    /** Makes, from the signing input, its signature. */
    interface Signer {

        /** The header's {@code alg} (RFC 7518, 3.1). */
        String algorithm();

        byte[] sign(byte[] input);
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    static String sign(Signer signer, Map<String, Object> claims) {
        String header = "{\"alg\":\"" + signer.algorithm() + "\",\"typ\":\"JWT\"}";
        String input = encode(header.getBytes(UTF_8)) + "." + encode(JSON.writeValueAsBytes(claims));
        return input + "." + encode(signer.sign(input.getBytes(US_ASCII)));
    }

    /** The claims of a token that is signed with HS256 and one of the keys; empty for any other text. */
    static Optional<JsonNode> verified(String token, Iterable<HmacKey> keys) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            if (!"HS256".equals(read(parts[0]).path("alg").asString(""))) {
                return Optional.empty();
            }
            byte[] input = (parts[0] + "." + parts[1]).getBytes(UTF_8);
            byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
            boolean ours = false;
            for (HmacKey key : keys) {
                ours |= key.isSignature(input, signature);
            }
            return ours ? Optional.of(read(parts[1])).filter(JsonNode::isObject) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static JsonNode read(String part) {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }

    private static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }
}
