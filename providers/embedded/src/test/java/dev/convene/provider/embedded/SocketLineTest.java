package dev.convene.provider.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.provider.embedded.ServerMessage.Ended;
import dev.convene.provider.embedded.ServerMessage.Pong;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketLineTest {

    private final SlowWire wire = new SlowWire();
    private final CountDownLatch tooSlow = new CountDownLatch(1);
    private final SocketLine line = new SocketLine(wire, tooSlow::countDown);

    @AfterEach
    void release() {
        wire.letThrough.countDown();
    }

    @Test
    void everythingGoesOutInOrderAndTheCloseIsLast() throws Exception {
        wire.letThrough.countDown();

        IntStream.range(0, 1_000).forEach(i -> line.send(error(i)));
        line.ping();
        line.close(new Ended(), CloseCode.ROOM_ENDED);

        for (int i = 0; i < 1_000; i++) {
            assertThat(wire.next()).contains("\"number " + i + "\"");
        }
        assertThat(wire.next()).isEqualTo("ping");
        assertThat(wire.next()).isEqualTo("{\"type\":\"ended\"}");
        assertThat(wire.next()).isEqualTo("close 4410");
    }

    @Test
    void afterTheCloseNothingIsSent() throws Exception {
        wire.letThrough.countDown();

        line.close(null, CloseCode.NORMAL);
        line.send(new Pong());
        line.close(new Ended(), CloseCode.ROOM_ENDED);

        assertThat(wire.next()).isEqualTo("close 1000");
        assertThat(wire.sent.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void sendingDoesNotWaitForASlowReader() {
        line.send(new Pong());
        line.send(new Pong());

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void aReaderThatIsTooSlowIsCutOff() throws Exception {
        line.send(new Pong());
        wire.blocked.await();

        for (int i = 0; i < 11; i++) {
            line.send(new ServerMessage.Error("x", "x".repeat(100_000)));
        }

        assertThat(tooSlow.await(30, TimeUnit.SECONDS)).isTrue();
        wire.letThrough.countDown();
        assertThat(wire.next()).isEqualTo("{\"type\":\"pong\"}");
        assertThat(wire.next()).isEqualTo("close 1013");
    }

    @Test
    void aSocketThatFailsIsClosedAndTheRestDropped() throws Exception {
        wire.failing = true;
        line.send(new Pong());
        line.send(new Pong());
        wire.letThrough.countDown();

        assertThat(wire.next()).isEqualTo("close 1013");
        line.send(new Pong());
        assertThat(wire.sent.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    private static ServerMessage error(int number) {
        return new ServerMessage.Error("x", "number " + number);
    }

    /** Writes down what is sent, but lets nothing through before it is told to. */
    private static final class SlowWire implements Wire {

        final CountDownLatch letThrough = new CountDownLatch(1);
        final CountDownLatch blocked = new CountDownLatch(1);
        final LinkedBlockingQueue<String> sent = new LinkedBlockingQueue<>();
        volatile boolean failing;

        String next() throws InterruptedException {
            String next = sent.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("Nothing was sent");
            }
            return next;
        }

        @Override
        public void text(String message) throws IOException {
            await();
            if (failing) {
                throw new IOException("Broken pipe");
            }
            sent.add(message);
        }

        @Override
        public void ping() {
            sent.add("ping");
        }

        @Override
        public void close(CloseCode code) {
            sent.add("close " + code.value());
        }

        private void await() {
            blocked.countDown();
            try {
                letThrough.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
