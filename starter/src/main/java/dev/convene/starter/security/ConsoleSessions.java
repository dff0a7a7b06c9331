package dev.convene.starter.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.SecretKey;

/** Signs the session of a browser that used the one-time link: it may do everything, for a while. */
final class ConsoleSessions {

    static final String ISSUER = "convene-console";

    /** Who the one-time link signs in, and what others see of them in a meeting. */
    private static final String ID = "console";

    private static final String NAME = "Host";

    private final SecretKey key;
    private final Duration life;
    private final Clock clock;

    ConsoleSessions(SecretKey key, Duration life, Clock clock) {
        this.key = key;
        this.life = life;
        this.clock = clock;
    }

    String open() {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .claim("id", ID)
                .claim("username", NAME)
                .claim("permissions", Permission.allKeys())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The session's key is not fit for HS256", e);
        }
        return token.serialize();
    }
}
