package dev.convene.starter.security;

import dev.convene.starter.security.AccessTokens.Rules;
import dev.convene.starter.security.Refusal.Refused;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The two ways to be somebody here, of which one is open: the organisation's access tokens, or the one-time link. */
final class SignIns {

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

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

    static SignIns configured(JwtProperties jwt, ConsoleProperties console, Clock clock) {
        return jwt.secret() != null ? byAccessTokens(jwt, clock) : byLink(console, clock);
    }

    private static SignIns byAccessTokens(JwtProperties jwt, Clock clock) {
        String secret = Objects.requireNonNull(jwt.secret());
        if (HmacKeys.isShort(secret)) {
            LOG.warn("convene.jwt.secret (JWT_SECRET) is shorter than {} bytes: it can be guessed", HmacKeys.MIN_BYTES);
        }
        var rules = new Rules(jwt.issuer(), jwt.requireExpiry());
        return new SignIns(new AccessTokens(HmacKeys.of(secret), rules, clock), SignInLink.off(), null);
    }

    private static SignIns byLink(ConsoleProperties console, Clock clock) {
        String secret = console.sessionSecret();
        SecretKey key = HmacKeys.of(secret != null ? secret : randomSecret());
        return new SignIns(
                new AccessTokens(key, new Rules(ConsoleSessions.ISSUER, true), clock),
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

    private static String randomSecret() {
        byte[] bytes = new byte[HmacKeys.MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
