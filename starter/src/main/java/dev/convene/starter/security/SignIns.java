package dev.convene.starter.security;

import dev.convene.starter.security.AccessTokens.Rules;
import dev.convene.starter.security.Refusal.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The two ways to be somebody here, of which one is open: the organisation's access tokens, or the one-time link. */
final class SignIns {

    private static final Rules SESSION_RULES = new Rules(ConsoleSessions.ISSUER, List.of(), true);

    private final AccessTokens tokens;
    private final SignInLink link;
    private final @Nullable ConsoleSessions sessions;

    private SignIns(AccessTokens tokens, SignInLink link, @Nullable ConsoleSessions sessions) {
        this.tokens = tokens;
        this.link = link;
        this.sessions = sessions;
    }

    /** What the browser keeps, and who it is then. */
    record Session(String token, CallerAuthentication caller) {}

    static SignIns configured(
            TokenVerification verification, ConsoleProperties console, Revocations revocations, Clock clock) {
        return verification
                .tokens(revocations, clock)
                .map(it -> new SignIns(it, SignInLink.off(), null))
                .orElseGet(() -> byLink(console, revocations, clock));
    }

    private static SignIns byLink(ConsoleProperties console, Revocations revocations, Clock clock) {
        String secret = console.sessionSecret();
        SecretKey key = HmacKeys.of(secret != null ? secret : randomSecret());
        return new SignIns(
                new AccessTokens(TokenDecoders.bySecret(key), SESSION_RULES, revocations, clock),
                console.oneTimeLink() ? SignInLink.fresh() : SignInLink.off(),
                console.oneTimeLink() ? new ConsoleSessions(key, console.sessionLife(), clock) : null);
    }

    AccessTokens tokens() {
        return tokens;
    }

    SignInLink link() {
        return link;
    }

    /** Whether it is the link that signs in, used already or not. */
    boolean isByLink() {
        return sessions != null;
    }

    /** @return empty if the token is not, or no more, that of the link */
    Optional<Session> byLink(String token) throws Refused {
        if (sessions == null || !link.redeem(token)) {
            return Optional.empty();
        }
        return Optional.of(byAccessToken(sessions.open()));
    }

    Session byAccessToken(String token) throws Refused {
        return new Session(token, tokens.verify(token));
    }

    /** Ends a session of the link; the organisation's tokens are its own to end. */
    void signOut(String token) throws Refused {
        if (sessions == null) {
            return;
        }
        try {
            tokens.revoke(token, tokens.verify(token).getPrincipal());
        } catch (Refused e) {
            if (e.refusal() == Refusal.REVOCATION_UNKNOWN) {
                throw e;
            }
            // it was no session any more
        }
    }

    private static String randomSecret() {
        byte[] bytes = new byte[HmacKeys.MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
