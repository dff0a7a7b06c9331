package dev.convene.starter.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.convene.starter.keys.KeySource.KeysUnavailable;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class JwtKeysTableTest {

    private static final RSAKey ONE = TestKeys.rsa("one");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final JdbcTemplate database = new JdbcTemplate(new DriverManagerDataSource(url));
    private final JwtKeysTable table = new JwtKeysTable(url, null, null);

    JwtKeysTableTest() {
        database.execute("""
                create table jwt_keys (
                  id int auto_increment primary key,
                  key_id varchar(100) unique not null,
                  public_key text not null,
                  private_key text not null,
                  created_on timestamp default current_timestamp)""");
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void itsPublicKeysAreForRs256AndNothingElse() throws Exception {
        add("one", TestKeys.pem(ONE));

        assertThat(table.read().getKeys()).singleElement().satisfies(it -> {
            assertThat(it.getKeyID()).isEqualTo("one");
            assertThat(it.getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
            assertThat(it.isPrivate()).isFalse();
            assertThat(it.toRSAKey().toRSAPublicKey()).isEqualTo(ONE.toRSAPublicKey());
        });
    }

    @Test
    void aBrokenKeyDoesNotMakeTheOthersUseless() throws Exception {
        add("broken", "no key at all");
        add("cut", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n");
        add("one", TestKeys.pem(ONE));

        assertThat(table.read().getKeys()).extracting(JWK::getKeyID).containsExactly("one");
    }

    @Test
    void aTableThatIsNotThereIsSaidSo() {
        database.execute("drop table jwt_keys");

        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(table::read).withMessageContaining("jwt_keys");
    }

    @Test
    void aDatabaseThatIsDownHoldsNobodyUpForLong() {
        try (var down = new JwtKeysTable("jdbc:h2:tcp://127.0.0.1:1/auth", null, null)) {
            assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(down::read);
        }
    }

    private void add(String id, String publicKey) {
        database.update(
                "insert into jwt_keys (key_id, public_key, private_key) values (?, ?, 'private')", id, publicKey);
    }
}
