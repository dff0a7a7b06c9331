package dev.convene.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** What a person's browser really receives, by its getStats() (https://www.w3.org/TR/webrtc-stats/). */
final class Media {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Media() {}

    /** Pictures are decoded from somebody, and sound comes in, more and more. */
    static void flowsTo(Page page) {
        var first = new Map[1];
        await(page, () -> {
            List<Map<String, Object>> peers = peers(page);
            if (peers.isEmpty()) {
                return false;
            }
            Map<String, Object> now = peers.getFirst();
            if (first[0] == null || !first[0].get("peerId").equals(now.get("peerId"))) {
                first[0] = now;
                return false;
            }
            return more(first[0], now, "framesDecoded") && more(first[0], now, "audioBytesReceived");
        });
    }

    /** Pictures are decoded from so many others, from each of them more and more. */
    static void flowsTo(Page page, int others) {
        Map<Object, Map<String, Object>> first = new HashMap<>();
        await(page, () -> {
            List<Map<String, Object>> now = peers(page);
            now.forEach(it -> first.putIfAbsent(it.get("peerId"), it));
            return now.size() == others
                    && now.stream().allMatch(it -> more(first.get(it.get("peerId")), it, "framesDecoded"));
        });
    }

    static void isFromNobody(Page page) {
        await(page, () -> peers(page).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> peers(Page page) {
        return (List<Map<String, Object>>) page.evaluate("async () => await window.convene?.stats() ?? []");
    }

    private static boolean more(Map<?, ?> first, Map<?, ?> now, String counter) {
        return ((Number) now.get(counter)).longValue() > ((Number) first.get(counter)).longValue();
    }

    /** Playwright's waitForFunction takes the promise of an asynchronous condition for its being met. */
    private static void await(Page page, BooleanSupplier condition) {
        Instant limit = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("the limit, with %s", peers(page)).isBefore(limit);
            page.waitForTimeout(100);
        }
    }
}
