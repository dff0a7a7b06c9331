package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignInLinkTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:3000/");

    private final SignInLink link = SignInLink.fresh();

    @Test
    void theTokenIsInTheFragmentAndHas256Bits() {
        assertThat(link.under(SERVER)).hasValueSatisfying(it -> {
            assertThat(it).asString().startsWith("http://127.0.0.1:3000/console#sign-in=");
            assertThat(Base64.getUrlDecoder().decode(token())).hasSize(32);
        });
        assertThat(SignInLink.fresh().under(SERVER)).isNotEqualTo(link.under(SERVER));
    }

    @Test
    void itSignsInOnce() {
        String token = token();

        assertThat(link.redeem(token + "x")).isFalse();
        assertThat(link.redeem("")).isFalse();
        assertThat(link.redeem(token)).isTrue();
        assertThat(link.redeem(token)).isFalse();
        assertThat(link.under(SERVER)).isEmpty();
    }

    @Test
    void ofFiftyAtOnceOneIsSignedIn() throws Exception {
        String token = token();
        var start = new CountDownLatch(1);
        Callable<Boolean> attempt = () -> {
            start.await();
            return link.redeem(token);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = IntStream.range(0, 50)
                    .mapToObj(i -> threads.submit(attempt))
                    .toList();
            start.countDown();
            assertThat(attempts.stream().map(SignInLinkTest::get).filter(Boolean::booleanValue))
                    .hasSize(1);
        }
    }

    @Test
    void aLinkThatIsOffSignsNobodyIn() {
        assertThat(SignInLink.off().under(SERVER)).isEmpty();
        assertThat(SignInLink.off().redeem("")).isFalse();
    }

    private String token() {
        return link.under(SERVER).orElseThrow().getFragment().substring("sign-in=".length());
    }

    private static boolean get(Future<Boolean> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
