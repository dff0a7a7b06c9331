package dev.convene.testkit;

import java.util.stream.Stream;

/** Text that people type and programs stumble over. */
final class HostileText {

    private HostileText() {}

    static Stream<String> all() {
        return Stream.of(
                "Robert'); DROP TABLE meetings;--",
                "\"quoted\" \\ `back` $1 ? :name {0} ${jndi:x} %s 100%_",
                "<script>alert('x')</script>&amp;",
                "line\r\nbreak\ttab",
                "👩‍👩‍👧‍👦 family 🏳️‍🌈",
                "שלום \u202Eright to left\u202C مرحبا",
                "e\u0301 is not \u00E9, ﬁ is not fi, ß is not ss",
                "  spaces around  ",
                "=HYPERLINK(\"http://example.invalid\")",
                "null");
    }

    static String ofLength(int length) {
        return "😀".repeat(length / 2) + "x".repeat(length % 2);
    }
}
