package dev.convene.starter.security;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The link that a start prints: it signs one browser in to the console, once. Safe for use by many threads.
 *
 * <p>The token is in the fragment, which browsers send to no server and put in no Referer.
 */
public final class SignInLink {

    private static final int TOKEN_BYTES = 32;

    private final AtomicReference<@Nullable String> token;

    private SignInLink(@Nullable String token) {
        this.token = new AtomicReference<>(token);
    }

    static SignInLink fresh() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SignInLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** There is no such link: whoever signs in has an access token. */
    static SignInLink off() {
        return new SignInLink(null);
    }

    /** @return empty if it was used, or if there is none */
    public Optional<URI> under(URI server) {
        String base = server.toString().replaceAll("/+$", "");
        return Optional.ofNullable(token.get()).map(it -> URI.create(base + "/console#sign-in=" + it));
    }

    /** Whether it still signs in. */
    boolean isOpen() {
        return token.get() != null;
    }

    /** @return whether {@code candidate} is the token; then it is no more */
    boolean redeem(String candidate) {
        String open = token.get();
        return open != null
                && MessageDigest.isEqual(
                        open.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8))
                && token.compareAndSet(open, null);
    }
}
