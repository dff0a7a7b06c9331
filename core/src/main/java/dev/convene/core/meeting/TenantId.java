package dev.convene.core.meeting;

/** An organisation whose meetings nobody else sees. */
public record TenantId(String value) {

    public static final int MAX_LENGTH = 128;

    /** The tenant of callers whose token names none. */
    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A tenant id has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
