package dev.convene.testkit;

import java.util.Map;

/** What a vendor may answer instead of what it was asked for. */
public sealed interface VendorFault {

    /** A status without a body of use. */
    record Answers(int status, Map<String, String> headers) implements VendorFault {

        public Answers {
            headers = Map.copyOf(headers);
        }
    }

    /** 200, and a body that is not what the vendor documents. */
    record Babbles(String body) implements VendorFault {}

    /** Takes the request, and nothing comes back. */
    record Hangs() implements VendorFault {}

    /** Begins its answer and never ends it. */
    record Stalls() implements VendorFault {}

    /** Cuts the connection instead of answering. */
    record HangsUp() implements VendorFault {}

    static VendorFault answers(int status) {
        return new Answers(status, Map.of());
    }

    /** {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3). */
    static VendorFault answers(int status, String retryAfter) {
        return new Answers(status, Map.of("Retry-After", retryAfter));
    }
}
