package dev.convene.core.meeting;

/**
 * A client's key for one creation.
 *
 * @param value the header's value, 1 to 255 characters
 * @param fingerprint a hash of the request, by which the reuse of a key for another one is known
 */
public record IdempotencyKey(TenantId tenant, String value, String fingerprint) {

    public static final int MAX_LENGTH = 255;
}
