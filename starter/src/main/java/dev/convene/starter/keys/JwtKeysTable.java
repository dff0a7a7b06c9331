package dev.convene.starter.keys;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.converter.RsaKeyConverters;

/**
 * The table {@code jwt_keys} of the predecessor's authentication service: {@code key_id} is the {@code kid} of the tokens,
 * {@code public_key} a PEM of SubjectPublicKeyInfo. Private keys, which it has as well, are not read. A connection pool of
 * its own, which waits for no database at the start.
 */
public final class JwtKeysTable implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(JwtKeysTable.class);
    private static final String SELECT = "select key_id, public_key from jwt_keys";
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_CONNECTIONS = 2;

    private final HikariDataSource database;

    /** @param url of JDBC */
    public JwtKeysTable(String url, @Nullable String username, @Nullable String password) {
        var pool = new HikariConfig();
        pool.setPoolName("convene-keys");
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(MAX_CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(TIMEOUT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        this.database = new HikariDataSource(pool);
    }

    @Override
    public JWKSet read() throws KeysUnavailable {
        try (Connection connection = database.getConnection()) {
            // a server that hangs must not hold up the callers
            connection.setNetworkTimeout(Runnable::run, TIMEOUT_MILLIS);
            try (var select = connection.prepareStatement(SELECT);
                    ResultSet rows = select.executeQuery()) {
                var keys = new ArrayList<JWK>();
                while (rows.next()) {
                    key(rows.getString("key_id"), rows.getString("public_key")).ifPresent(keys::add);
                }
                return new JWKSet(keys);
            }
        } catch (SQLException e) {
            throw new KeysUnavailable("table jwt_keys: " + e.getMessage(), e);
        }
    }

    /** One broken key does not make the others useless. */
    private static Optional<JWK> key(String id, String pem) {
        try {
            RSAPublicKey key = Objects.requireNonNull(
                    RsaKeyConverters.x509().convert(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8))));
            return Optional.of(new RSAKey.Builder(key)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build());
        } catch (IllegalArgumentException e) {
            LOG.warn("Key {} in table jwt_keys is no public RSA key and is left out: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
