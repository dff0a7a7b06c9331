package dev.convene.provider.vonage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The application's key, which is a setting or in a file. */
final class PrivateKeys {

    private PrivateKeys() {}

    /** @throws RuntimeException if there is no key in it */
    static RsaKey read(@Nullable String text, @Nullable Path file) {
        try {
            return RsaKey.of(text != null ? text : Files.readString(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what is set is a key. */
    static boolean isUsable(@Nullable String text, @Nullable Path file) {
        if (text == null && file == null) {
            return true;
        }
        try {
            read(text, file);
            return true;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            return false;
        }
    }
}
