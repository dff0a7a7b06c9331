package dev.convene.starter.security;

import dev.convene.starter.keys.CachedKeys;
import dev.convene.starter.keys.IssuerKeys;
import dev.convene.starter.keys.JwkSetAddress;
import dev.convene.starter.keys.JwtKeysTable;
import dev.convene.starter.keys.KeySource;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** How the organisation's access tokens are verified, if there are any here. */
final class TokenVerification implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TokenVerification.class);
    private static final Set<SignatureAlgorithm> ANY_PUBLIC_KEY = EnumSet.allOf(SignatureAlgorithm.class);

    private final JwtProperties jwt;
    private final @Nullable JwtDecoder decoder;
    private final @Nullable CachedKeys keys;

    private TokenVerification(JwtProperties jwt, @Nullable JwtDecoder decoder, @Nullable CachedKeys keys) {
        this.jwt = jwt;
        this.decoder = decoder;
        this.keys = keys;
    }

    /** The settings name one way, or none. */
    static TokenVerification configured(JwtProperties jwt, Clock clock) {
        var database = jwt.keyDatabase();
        if (database.url() != null) {
            var table = new JwtKeysTable(database.url(), database.username(), database.password());
            return byPublicKeys(jwt, new CachedKeys(table, clock), EnumSet.of(SignatureAlgorithm.RS256));
        }
        KeySource source = jwt.jwkSetUri() != null
                ? new JwkSetAddress(jwt.jwkSetUri())
                : jwt.issuerUri() != null ? new IssuerKeys(jwt.issuerUri()) : null;
        return source != null
                ? byPublicKeys(jwt, new CachedKeys(source, clock), ANY_PUBLIC_KEY)
                : new TokenVerification(jwt, jwt.secret() == null ? null : bySecret(jwt.secret()), null);
    }

    /** Empty if there are no access tokens here. */
    Optional<AccessTokens> tokens(Revocations revocations, Clock clock) {
        return decoder == null
                ? Optional.empty()
                : Optional.of(new AccessTokens(decoder, jwt.rules(), revocations, clock));
    }

    private static TokenVerification byPublicKeys(
            JwtProperties jwt, CachedKeys keys, Set<SignatureAlgorithm> algorithms) {
        return new TokenVerification(jwt, TokenDecoders.byPublicKeys(keys, algorithms), keys);
    }

    private static JwtDecoder bySecret(String secret) {
        if (HmacKeys.isShort(secret)) {
            LOG.warn("convene.jwt.secret (JWT_SECRET) is shorter than {} bytes: it can be guessed", HmacKeys.MIN_BYTES);
        }
        return TokenDecoders.bySecret(HmacKeys.of(secret));
    }

    @Override
    public void close() {
        if (keys != null) {
            keys.close();
        }
    }
}
