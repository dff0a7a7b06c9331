package dev.convene.core.provider;

/**
 * How a room is to be recorded.
 *
 * @param name for people who look at the provider's own list; 1 to 80 characters, Vonage's limit
 * @param layout of a composed archive; without meaning for another
 * @param audio whether sound is recorded; not both this and {@code video} are false
 * @param video whether pictures are recorded
 */
public record ArchiveSpec(String name, ArchiveOutput output, ArchiveLayout layout, boolean audio, boolean video) {

    public static final int MAX_NAME_LENGTH = 80;

    public ArchiveSpec {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("An archive's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (!audio && !video) {
            throw new IllegalArgumentException("An archive has sound, pictures or both");
        }
    }

    /** One file with everybody's sound and picture. */
    public static ArchiveSpec composed(String name) {
        return new ArchiveSpec(name, ArchiveOutput.COMPOSED, ArchiveLayout.BEST_FIT, true, true);
    }
}
