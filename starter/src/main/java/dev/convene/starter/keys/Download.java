package dev.convene.starter.keys;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.convene.starter.keys.KeySource.KeysUnavailable;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** Gets a small document, in bounded time. */
final class Download {

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Download() {}

    static String text(URI address) throws KeysUnavailable {
        if (!SCHEMES.contains(String.valueOf(address.getScheme()))) {
            throw new KeysUnavailable(address + " is no address of a web server");
        }
        try {
            return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES)
                    .retrieveResource(address.toURL())
                    .getContent();
        } catch (IOException e) {
            throw new KeysUnavailable(address + ": " + e.getMessage(), e);
        }
    }
}
