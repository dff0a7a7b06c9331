package dev.convene.starter.web;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingQuery.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** A place in a list, in a form that clients pass back and do not read. */
final class Cursor {

    private Cursor() {}

    static String of(Position position) {
        String text = position.scheduleTime() + " " + position.link();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Position read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return new Position(Instant.parse(text.substring(0, space)), new MeetingLink(text.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeParseException | StringIndexOutOfBoundsException e) {
            throw new BadRequest("invalid-cursor", "The cursor is not one that a page gave as nextCursor.");
        }
    }
}
