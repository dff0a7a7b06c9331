package dev.convene.core.archive;

import java.util.UUID;

/** Our own id of an archive, there before the provider has one ({@code id} in the API). Unique over all tenants. */
public record ArchiveKey(String value) {

    public static final int MAX_LENGTH = 64;

    public ArchiveKey {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("An archive's key has 1 to " + MAX_LENGTH + " characters");
        }
    }

    static ArchiveKey next() {
        return new ArchiveKey(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
