package dev.convene.vendor.testkit;

import com.sun.net.httpserver.HttpExchange;
import dev.convene.testkit.VendorFault;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Which fault the next request meets, and how. Thread-safe. */
final class Faults {

    /** Longer than any client waits. */
    private static final long HANG_MILLIS = 60_000;

    private final Queue<VendorFault> next = new ArrayDeque<>();
    private @Nullable VendorFault always;
    private int recoveries;

    synchronized void always(VendorFault fault) {
        always = fault;
    }

    synchronized void next(VendorFault fault) {
        next.add(fault);
    }

    /** No more faults; who hangs is let go. */
    synchronized void recover() {
        always = null;
        next.clear();
        recoveries++;
        notifyAll();
    }

    synchronized Optional<VendorFault> take() {
        return Optional.ofNullable(next.isEmpty() ? always : next.poll());
    }

    void play(VendorFault fault, HttpExchange exchange) throws IOException {
        switch (fault) {
            case VendorFault.Answers(int status, Map<String, String> headers) ->
                new VendorAnswer(status, headers, "").send(exchange);
            case VendorFault.Babbles(String body) ->
                VendorAnswer.json(200, body).send(exchange);
            case VendorFault.Hangs() -> hang();
            case VendorFault.Stalls() -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('[');
                exchange.getResponseBody().flush();
                hang();
            }
            case VendorFault.HangsUp() -> {
                // closing the exchange without an answer is what the caller does next
            }
        }
    }

    private synchronized void hang() {
        long end = System.nanoTime() + HANG_MILLIS * 1_000_000;
        int before = recoveries;
        try {
            while (recoveries == before && System.nanoTime() < end) {
                wait(HANG_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
