package dev.convene.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The MariaDB of this machine, started on loopback with data of its own, in a hostile time zone and character set. It ends
 * with the JVM. Classes that use it carry {@link NeedsMariaDb}. Its administrator is {@code root}, without a password.
 */
public final class MariaDbServer {

    private static final List<Path> FOLDERS = Stream.concat(
                    Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                    Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"))
            .map(Path::of)
            .toList();

    private final int port;

    private MariaDbServer(int port) {
        this.port = port;
    }

    /** Whether {@link #shared()} can start one. */
    public static boolean isInstalled() {
        return executable().isPresent();
    }

    /** The one of this JVM, started at the first call. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    /** The JDBC address of a database that the first connection makes. */
    public String newDatabase() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?createDatabaseIfNotExist=true";
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start();
    }

    private static MariaDbServer start() {
        Path server = executable().orElseThrow(() -> new IllegalStateException("There is no mariadbd"));
        try {
            Path home = Files.createTempDirectory("convene-mariadb");
            int port = freePort();
            install(server, home);
            Process process = new ProcessBuilder(command(server, home, port))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, home)));
            awaitReady(process);
            return new MariaDbServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install(Path server, Path home) throws IOException {
        Path installer = find("mariadb-install-db")
                .orElseThrow(() -> new IllegalStateException("There is no mariadb-install-db for " + server));
        Path log = home.resolve("install.log");
        Process process = new ProcessBuilder(
                        installer.toString(),
                        "--no-defaults",
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db",
                        "--user=" + System.getProperty("user.name"),
                        "--datadir=" + home.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue() != 0) {
            throw new IllegalStateException("MariaDB cannot be set up: " + Files.readString(log));
        }
    }

    private static List<String> command(Path server, Path home, int port) {
        var command = new ArrayList<String>(List.of(server.toString(), "--no-defaults", "--skip-log-bin"));
        command.add("--user=" + System.getProperty("user.name"));
        command.add("--datadir=" + home.resolve("data"));
        command.add("--socket=" + home.resolve("socket"));
        command.add("--pid-file=" + home.resolve("pid"));
        command.add("--bind-address=127.0.0.1");
        command.add("--port=" + port);
        command.add("--max-connections=300");
        command.add("--default-time-zone=-03:30");
        command.add("--character-set-server=latin1");
        command.add("--innodb-flush-log-at-trx-commit=0");
        return command;
    }

    /** Reads on after that, or the server would wait for somebody to read. */
    private static void awaitReady(Process process) {
        var ready = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            var said = new StringBuilder();
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.contains("ready for connections")) {
                        ready.complete(null);
                    }
                }
                ready.completeExceptionally(new IllegalStateException("MariaDB does not start: " + said));
            } catch (IOException e) {
                ready.completeExceptionally(e);
            }
        });
        ready.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void stop(Process process, Path home) {
        process.destroy();
        process.onExit()
                .orTimeout(10, TimeUnit.SECONDS)
                .exceptionally(e -> process.destroyForcibly())
                .join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(it -> it.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> executable() {
        String named = System.getenv("CONVENE_MARIADB");
        return named == null
                ? find("mariadbd")
                : Optional.of(named).filter(it -> !it.isEmpty()).map(Path::of);
    }

    private static Optional<Path> find(String name) {
        return FOLDERS.stream()
                .map(it -> it.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
