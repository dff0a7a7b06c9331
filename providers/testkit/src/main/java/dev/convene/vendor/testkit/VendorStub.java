package dev.convene.vendor.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.VendorFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A vendor on loopback. A subclass keeps the state and answers as the vendor documents it; the base records requests, checks
 * each against the vendor's OpenAPI file, and plays faults. Put it in a {@code @RegisterExtension} field, or close it: either
 * way what the file does not allow fails the test.
 */
public abstract class VendorStub implements FaultyVendor, AfterEachCallback, AutoCloseable {

    static {
        // without it an answer in two writes waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OpenApiCheck check;
    private final Faults faults = new Faults();
    private final List<VendorRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> defects = new CopyOnWriteArrayList<>();

    /** Answers from now on. */
    protected VendorStub(OpenApiCheck check) {
        this.check = check;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The vendor's answer; never called by two threads at once. */
    protected abstract VendorAnswer answer(VendorRequest request);

    /** Where it answers, without a slash at the end. */
    public final URI url() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort());
    }

    /** What has come in so far, faulty answers included. */
    public final List<VendorRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public final int calls() {
        return requests.size();
    }

    @Override
    public final void fail(VendorFault fault) {
        faults.always(fault);
    }

    @Override
    public final void failNext(VendorFault fault) {
        faults.next(fault);
    }

    @Override
    public final void recover() {
        faults.recover();
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        close();
    }

    /**
     * Stops.
     *
     * @throws AssertionError if a request was not as the vendor documents it
     */
    @Override
    public final void close() {
        recover();
        server.stop(0);
        threads.shutdownNow();
        if (!defects.isEmpty()) {
            throw new AssertionError("Not as the vendor documents it:\n" + String.join("\n", defects));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            VendorRequest request = VendorRequest.of(exchange);
            requests.add(request);
            check.violations(request).forEach(it -> defects.add(request.method() + " " + request.path() + ": " + it));
            Optional<VendorFault> fault = faults.take();
            if (fault.isPresent()) {
                faults.play(fault.get(), exchange);
            } else {
                answered(request).send(exchange);
            }
        }
    }

    private synchronized VendorAnswer answered(VendorRequest request) {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            defects.add(request + ": the stub failed: " + e);
            return VendorAnswer.empty(500);
        }
    }
}
