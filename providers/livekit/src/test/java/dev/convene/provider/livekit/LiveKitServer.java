package dev.convene.provider.livekit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The LiveKit server of this machine, on loopback: {@code livekit-server} of the path, or what {@value #VARIABLE} names. It keeps
 * its rooms in memory and sends its webhooks where the test says.
 */
public final class LiveKitServer implements AutoCloseable {

    public static final String VARIABLE = "CONVENE_LIVEKIT_SERVER";
    public static final String KEY = "APIconvene";
    public static final String SECRET = "a-secret-of-the-server-with-32-bytes";

    private final int port;
    private Process process;

    private LiveKitServer(int port) {
        this.port = port;
    }

    /** One that is still to be started, at a place of its own; the test is left out where there is none. */
    public static LiveKitServer prepared() {
        Assumptions.assumeTrue(
                executable().isPresent(), "No livekit-server here, and no " + VARIABLE + ": this test is left out");
        return new LiveKitServer(freePort());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** @param settings YAML, beside the usual ones: a webhook's address, {@code room}, … */
    public void start(String settings) {
        String configuration = """
                port: %d
                bind_addresses: [127.0.0.1]
                rtc:
                  tcp_port: %d
                  udp_port: %d
                  node_ip: 127.0.0.1
                  use_external_ip: false
                  enable_loopback_candidate: true
                  # without one of them browsers are sent to a server on the internet
                  stun_servers: ["127.0.0.1:9"]
                keys:
                  %s: %s
                logging:
                  level: info
                %s
                """.formatted(port, freePort(), freePort(), KEY, SECRET, settings);
        var command = new ProcessBuilder(executable().orElseThrow().toString()).redirectErrorStream(true);
        command.environment().put("LIVEKIT_CONFIG", configuration);
        try {
            process = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    /** Reads on after that, or the server would wait for somebody to read. */
    private void awaitReady() {
        var ready = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            var said = new ArrayList<String>();
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.contains("starting LiveKit server")) {
                        ready.complete(null);
                    }
                }
                ready.completeExceptionally(new IllegalStateException("LiveKit does not start: " + said));
            } catch (IOException e) {
                ready.completeExceptionally(e);
            }
        });
        ready.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    private static Optional<Path> executable() {
        String named = System.getenv(VARIABLE);
        Stream<Path> places = named == null
                ? List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)).stream()
                        .map(it -> Path.of(it, "livekit-server"))
                : Stream.of(named).filter(it -> !it.isBlank()).map(Path::of);
        return places.filter(Files::isExecutable).findFirst();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
