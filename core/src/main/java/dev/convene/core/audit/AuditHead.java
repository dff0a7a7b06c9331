package dev.convene.core.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last place of a log. Whoever notes it down elsewhere can tell later that nothing up to there has changed.
 *
 * @param position of the last entry; 0 if there is none
 */
public record AuditHead(long position, String hash) {

    public static final AuditHead START = new AuditHead(0, "0".repeat(64));

    /** The entry in the place after this one. */
    public SealedEntry seal(AuditEntry entry) {
        return new SealedEntry(position + 1, entry, hashOf(entry));
    }

    public static AuditHead at(SealedEntry last) {
        return new AuditHead(last.position(), last.hash());
    }

    /** Each field with its length before it, so that no two entries are the same bytes. Times count to the millisecond. */
    private String hashOf(AuditEntry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, hash);
            out.writeLong(position + 1);
            write(out, entry.id());
            write(out, entry.action().name());
            write(out, entry.subject().tenant().value());
            write(out, entry.subject().actedOn());
            write(out, entry.subject().actionKey());
            write(out, entry.subject().entityId());
            out.writeLong(entry.actedAt().toEpochMilli());
            write(out, entry.actor());
            write(out, entry.requestId());
            write(out, entry.before());
            write(out, entry.after());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sha256(bytes.toByteArray());
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            // every Java platform has it
            throw new IllegalStateException(e);
        }
    }
}
