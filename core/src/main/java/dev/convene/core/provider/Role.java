package dev.convene.core.provider;

/** What a person may do in a room. The names are Vonage's, which the predecessor's clients send. */
public enum Role {
    /** Publishes, subscribes, removes people and ends the room. */
    MODERATOR("moderator"),
    /** Publishes and subscribes. */
    PUBLISHER("publisher"),
    /** Subscribes only. */
    SUBSCRIBER("subscriber"),
    /** Publishes only: a camera in a lecture hall. */
    PUBLISHER_ONLY("publisheronly");

    private final String value;

    Role(String value) {
        this.value = value;
    }

    /** The role in its form on the wire. */
    public String value() {
        return value;
    }

    public boolean publishes() {
        return this != SUBSCRIBER;
    }

    public boolean subscribes() {
        return this != PUBLISHER_ONLY;
    }

    /**
     * The role of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Role of(String value) {
        for (Role role : values()) {
            if (role.value.equals(value)) {
                return role;
            }
        }
        throw new IllegalArgumentException("Unknown role: " + value);
    }
}
