package dev.convene.starter.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import dev.convene.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CachedKeysTest {

    private final SettableClock clock = new SettableClock();
    private final ScriptedSource source = new ScriptedSource();
    private final CachedKeys keys = new CachedKeys(source, clock);

    @Test
    void aKeyIsReadOnceAndKept() throws KeySourceException {
        source.keys.add(TestKeys.rsa("one"));

        assertThat(ids("one")).containsExactly("one");
        assertThat(ids("one")).containsExactly("one");
        assertThat(source.reads).isEqualTo(1);
    }

    @Test
    void aNewKeyCountsAtOnce() throws KeySourceException {
        source.keys.add(TestKeys.rsa("one"));
        assertThat(ids("one")).isNotEmpty();
        clock.advance(CachedKeys.PAUSE);

        source.keys.add(TestKeys.rsa("two"));

        assertThat(ids("two")).containsExactly("two");
    }

    @Test
    void madeUpKeysHaveTheSourceReadOnceASecondHoweverManyTheyAre() throws KeySourceException {
        source.keys.add(TestKeys.rsa("one"));
        for (int i = 0; i < 100; i++) {
            assertThat(ids("made-up-" + i)).isEmpty();
        }
        assertThat(source.reads).isEqualTo(1);

        clock.advance(CachedKeys.PAUSE);
        assertThat(ids("made-up")).isEmpty();
        assertThat(ids("one")).containsExactly("one");
        assertThat(source.reads).isEqualTo(2);
    }

    @Test
    void aKeyThatIsGoneStopsCountingAfterAWhile() throws KeySourceException {
        source.keys.add(TestKeys.rsa("one"));
        assertThat(ids("one")).isNotEmpty();
        source.keys.clear();

        clock.advance(CachedKeys.MAX_AGE);
        assertThat(ids("one")).isNotEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(ids("one")).isEmpty();
    }

    @Test
    void knownKeysGoOnWorkingWhileTheSourceIsDown() throws KeySourceException {
        source.keys.add(TestKeys.rsa("one"));
        assertThat(ids("one")).isNotEmpty();
        source.down = true;

        clock.advance(Duration.ofDays(1));

        assertThat(ids("one")).containsExactly("one");
        assertThat(ids("one")).containsExactly("one");
        assertThat(source.reads).isEqualTo(2);
    }

    @Test
    void whileTheSourceIsDownItIsNotKnownWhetherAnotherKeyIsThere() throws KeySourceException {
        source.down = true;
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(RemoteKeySourceException.class).isThrownBy(() -> ids("one"));
        }
        assertThat(source.reads).isEqualTo(1);

        source.down = false;
        source.keys.add(TestKeys.rsa("one"));
        clock.advance(CachedKeys.PAUSE);
        assertThat(ids("one")).containsExactly("one");
        assertThat(ids("two")).isEmpty();
    }

    @Test
    void manyWhoAskAtOnceHaveItReadOnce() {
        source.keys.add(TestKeys.rsa("one"));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                callers.submit(() -> ids("one"));
            }
        }

        assertThat(source.reads).isEqualTo(1);
    }

    @Test
    void weakAndSymmetricKeysAreLeftOut() throws KeySourceException {
        source.keys.add(TestKeys.rsa("weak", 1024));
        source.keys.add(
                new OctetSequenceKey.Builder(new byte[64]).keyID("secret").build());

        assertThat(ids("weak")).isEmpty();
        assertThat(ids("secret")).isEmpty();
    }

    private List<String> ids(String id) throws KeySourceException {
        var selector = new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
        return keys.get(selector, null).stream().map(JWK::getKeyID).toList();
    }

    private static final class ScriptedSource implements KeySource {

        private final List<JWK> keys = new ArrayList<>();
        private boolean down;
        private int reads;

        @Override
        public JWKSet read() throws KeysUnavailable {
            reads++;
            if (down) {
                throw new KeysUnavailable("down");
            }
            return new JWKSet(List.copyOf(keys));
        }
    }
}
