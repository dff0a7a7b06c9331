package dev.convene.core.meeting;

/**
 * How much of the service one tenant may use at a time.
 *
 * @param liveMeetings the most meetings that have been started and not ended
 * @param participants the most connections in all its meetings together; while they are reached, nobody else is let in
 */
public record Quota(int liveMeetings, int participants) {

    public static final Quota UNLIMITED = new Quota(Integer.MAX_VALUE, Integer.MAX_VALUE);

    boolean isLimited() {
        return !equals(UNLIMITED);
    }
}
