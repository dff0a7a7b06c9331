package dev.convene.starter.security;

import dev.convene.starter.settings.WebAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The access tokens of the organisation, which are verified in one of four ways. With any of them, the console is signed in to
 * with such a token.
 *
 * @param secret verifies by a key that is shared with the issuer (HS256), 32 bytes or more
 * @param issuer who issues the access tokens, their `iss`; without it anyone who has the key
 * @param jwkSetUri verifies by the public keys at this address (RFC 7517); RSA and elliptic curves
 * @param issuerUri verifies by the public keys of this OpenID provider, which says itself where they are; it is the `iss` of
 *     the tokens too. It may be down at the start
 * @param keyDatabase verifies by the public keys in a database (RS256)
 * @param audiences of whom an access token must name one in its `aud`; without any, no matter for whom it is
 * @param requireExpiry whether an access token without `exp` is refused; the predecessor takes it
 */
@ConfigurationProperties("convene.jwt")
record JwtProperties(
        @Nullable @Size(min = 1, message = "must not be empty")
        String secret,

        @Nullable @WebAddress(query = true) URI jwkSetUri,
        @Nullable @WebAddress URI issuerUri,
        @DefaultValue @Valid KeyDatabase keyDatabase,

        @Nullable @Size(min = 1, message = "must not be empty")
        String issuer,

        @DefaultValue List<String> audiences,
        @DefaultValue("false") boolean requireExpiry) {

    /**
     * The database of the predecessor's authentication service. It may be down at the start.
     *
     * @param url JDBC address of the database with the table `jwt_keys`; for another schema than the user's own
     *     `?currentSchema=` (PostgreSQL)
     * @param username who reads its columns `key_id` and `public_key`
     * @param password their password
     */
    record KeyDatabase(
            @Nullable @Pattern(regexp = "jdbc:.+", message = "must begin with jdbc:")
            String url,

            @Nullable String username,
            @Nullable String password) {

        @AssertTrue(message = "convene.jwt.key-database.username and .password need convene.jwt.key-database.url")
        boolean isAddressedIfNamed() {
            return url != null || (username == null && password == null);
        }

        @Override
        public String toString() {
            return "KeyDatabase[url=%s, username=%s]".formatted(url, username);
        }
    }

    @AssertTrue(
            message = "tokens are verified in one way: only one of convene.jwt.secret, convene.jwt.jwk-set-uri, "
                    + "convene.jwt.issuer-uri and convene.jwt.key-database.url may be set")
    boolean isVerifiedInOneWay() {
        return ways() <= 1;
    }

    @AssertTrue(message = "convene.jwt.issuer and convene.jwt.issuer-uri are different: the first may be left out")
    boolean isOfOneIssuer() {
        return issuer == null || issuerUri == null || issuer.equals(issuerUri.toString());
    }

    /** Whether there are access tokens here at all. */
    boolean isConfigured() {
        return ways() > 0;
    }

    AccessTokens.Rules rules() {
        String expected = issuer == null && issuerUri != null ? issuerUri.toString() : issuer;
        return new AccessTokens.Rules(expected, audiences, requireExpiry);
    }

    private long ways() {
        return Stream.of(secret, jwkSetUri, issuerUri, keyDatabase.url())
                .filter(Objects::nonNull)
                .count();
    }

    @Override
    public String toString() {
        return "JwtProperties[jwkSetUri=%s, issuerUri=%s, keyDatabase=%s, issuer=%s, audiences=%s, requireExpiry=%s]"
                .formatted(jwkSetUri, issuerUri, keyDatabase, issuer, audiences, requireExpiry);
    }
}
