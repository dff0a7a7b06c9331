package dev.convene.vendor.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that vendors publish and that are not ours to give away: OpenAPI descriptions and samples. They are in the folder
 * that the environment's {@value #VARIABLE} names, or in {@code shared/contracts} beside the project or above it.
 */
public final class VendorFiles {

    public static final String VARIABLE = "CONVENE_CONTRACTS";

    private VendorFiles() {}

    /** The file of that name, or path below the folder; empty if it is not here. */
    public static Optional<Path> find(String name) {
        String folder = System.getenv(VARIABLE);
        if (folder != null && !folder.isBlank()) {
            return Optional.of(Path.of(folder, name)).filter(Files::isReadable);
        }
        return findAbove(Path.of("").toAbsolutePath(), name);
    }

    static Optional<Path> findAbove(Path start, String name) {
        for (Path at = start; at != null; at = at.getParent()) {
            Path file = at.resolve("shared/contracts").resolve(name);
            if (Files.isReadable(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
