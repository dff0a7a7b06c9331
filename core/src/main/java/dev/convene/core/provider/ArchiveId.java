package dev.convene.core.provider;

/** A provider's own id of an archive: a Vonage archive id, a Twilio room or composition SID, … */
public record ArchiveId(String value) {

    public static final int MAX_LENGTH = 255;

    public ArchiveId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An archive id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
