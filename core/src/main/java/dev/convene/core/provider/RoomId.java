package dev.convene.core.provider;

/** A provider's own id of a room ({@code sessionId} in the API): a Vonage session id, a Twilio room SID, … */
public record RoomId(String value) {

    /** Vonage session ids are the longest known, about 80 characters. */
    public static final int MAX_LENGTH = 255;

    public RoomId {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A room id has 1 to " + MAX_LENGTH + " characters, none of them NUL");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
