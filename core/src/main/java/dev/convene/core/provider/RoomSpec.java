package dev.convene.core.provider;

/**
 * What a room must be able to do.
 *
 * @param archived recorded from the start
 * @param endToEndEncrypted media is encrypted so that no server can read it
 */
public record RoomSpec(boolean archived, boolean endToEndEncrypted) {

    /** A room with no wishes. */
    public static RoomSpec plain() {
        return new RoomSpec(false, false);
    }
}
