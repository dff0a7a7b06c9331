package dev.convene.core.provider;

/**
 * A person, as the provider knows them.
 *
 * @param identity who it is, stable over rejoins; 1 to 1024 characters, what the attendance is kept by
 * @param name what other people see; typed by people, so hostile until escaped
 */
public record Participant(String identity, String name) {

    /** The predecessor's limit of a token's {@code data}. */
    public static final int MAX_IDENTITY_LENGTH = 1024;

    public static final int MAX_NAME_LENGTH = 100;

    public Participant {
        if (identity.isBlank() || identity.length() > MAX_IDENTITY_LENGTH) {
            throw new IllegalArgumentException("An identity has 1 to " + MAX_IDENTITY_LENGTH + " characters");
        }
        if (identity.indexOf('\0') >= 0 || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("An identity and a name have no NUL");
        }
    }
}
