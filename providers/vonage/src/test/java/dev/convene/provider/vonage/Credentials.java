package dev.convene.provider.vonage;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;

/** An account at a vendor that is none, and what the vendor knows of it. */
public sealed interface Credentials {

    Credentials.OpenTok OPENTOK = new OpenTok("45828062", "0123456789abcdef0123456789abcdef01234567");
    Credentials.Unified UNIFIED = new Unified("aaaaaaaa-bbbb-cccc-dddd-0123456789ab", keys());

    String project();

    Account account();

    /** The header that proves a call. */
    String header();

    JWSAlgorithm algorithm();

    JWSVerifier verifier() throws JOSEException;

    /** The claims that say whose token it is. */
    boolean isOurs(JWTClaimsSet claims);

    /** What a token of this account says, read with another library than ours. */
    default JWTClaimsSet read(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!algorithm().equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier())) {
                throw new IllegalArgumentException("The signature is not of this account");
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            if (!isOurs(claims)) {
                throw new IllegalArgumentException("The token is of another account");
            }
            return claims;
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Text that must not be told. */
    List<String> secrets();

    /** A project with its secret. */
    record OpenTok(String project, String secret) implements Credentials {

        @Override
        public Account account() {
            return new Account.Project(project, new HmacKey(secret));
        }

        @Override
        public String header() {
            return "X-OPENTOK-AUTH";
        }

        @Override
        public JWSAlgorithm algorithm() {
            return JWSAlgorithm.HS256;
        }

        @Override
        public JWSVerifier verifier() throws JOSEException {
            return new MACVerifier(secret);
        }

        @Override
        public boolean isOurs(JWTClaimsSet claims) {
            return project.equals(claims.getIssuer()) && "project".equals(claims.getClaim("ist"));
        }

        @Override
        public List<String> secrets() {
            return List.of(secret);
        }
    }

    /** An application with its key. */
    record Unified(String project, KeyPair keys) implements Credentials {

        @Override
        public Account account() {
            return new Account.Application(project, RsaKey.of(pem()));
        }

        public String pem() {
            return "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
        }

        @Override
        public String header() {
            return "Authorization";
        }

        @Override
        public JWSAlgorithm algorithm() {
            return JWSAlgorithm.RS256;
        }

        @Override
        public JWSVerifier verifier() {
            return new RSASSAVerifier((RSAPublicKey) keys.getPublic());
        }

        @Override
        public boolean isOurs(JWTClaimsSet claims) {
            return project.equals(claims.getClaim("application_id"));
        }

        @Override
        public List<String> secrets() {
            return List.of(Base64.getEncoder()
                    .encodeToString(keys.getPrivate().getEncoded())
                    .substring(40, 80));
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
