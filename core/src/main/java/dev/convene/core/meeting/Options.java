package dev.convene.core.meeting;

import dev.convene.core.provider.RoomSpec;

/**
 * What is chosen when a meeting is created.
 *
 * @param archived recorded from the start
 * @param endToEndEncrypted no server can read the media
 * @param guestsAllowed whoever has the link may come in without signing in
 */
public record Options(boolean archived, boolean endToEndEncrypted, boolean guestsAllowed) {

    public static final Options DEFAULT = new Options(false, false, true);

    public Options {
        if (archived && endToEndEncrypted) {
            throw new MeetingProblem.EncryptedAndArchived();
        }
    }

    RoomSpec roomSpec() {
        return new RoomSpec(archived, endToEndEncrypted);
    }
}
