package dev.convene.core.provider;

/** A provider's id of one connection of one person; a rejoin, or a second tab, has another. */
public record ConnectionId(String value) {

    public static final int MAX_LENGTH = 128;

    public ConnectionId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "A connection id has 1 to " + MAX_LENGTH + " characters, none of them NUL");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
