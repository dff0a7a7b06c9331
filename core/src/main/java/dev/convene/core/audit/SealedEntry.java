package dev.convene.core.audit;

/**
 * An entry in its place in the log.
 *
 * @param position counted from 1, without a gap
 * @param hash of this entry and, through the hash of the one before, of all before it; SHA-256 in hexadecimal
 */
public record SealedEntry(long position, AuditEntry entry, String hash) {}
