package dev.convene.provider.embedded;

import java.util.Locale;

/** Why somebody is out, as the others are told. */
enum LeaveReason {
    LEFT,
    LOST,
    REMOVED,
    REPLACED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
