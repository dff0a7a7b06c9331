package dev.convene.core.meeting;

/** The unguessable id in the URL that people share ({@code code} in the API). Unique over all tenants. */
public record MeetingLink(String value) {

    public static final int MAX_LENGTH = 64;

    public MeetingLink {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A meeting link has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
