package dev.convene.core.provider;

/** What an archive is made of. The names are Vonage's {@code outputMode}. */
public enum ArchiveOutput {
    /** One file with everybody in it. */
    COMPOSED("composed"),
    /** One file a stream. */
    INDIVIDUAL("individual");

    private final String value;

    ArchiveOutput(String value) {
        this.value = value;
    }

    /** The output in its form on the wire. */
    public String value() {
        return value;
    }
}
