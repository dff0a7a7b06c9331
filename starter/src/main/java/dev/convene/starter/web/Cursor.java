package dev.convene.starter.web;

import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/** A place in a list, in a form that clients pass back and do not read. */
final class Cursor {

    private Cursor() {}

    /** What both lists are ordered by. */
    private record Place(Instant time, String id) {}

    static String of(MeetingQuery.Position position) {
        return of(position.scheduleTime(), position.link().value());
    }

    static String of(ArchiveQuery.Position position) {
        return of(position.requestedAt(), position.key().value());
    }

    static MeetingQuery.Position meeting(String cursor) {
        return read(cursor, it -> new MeetingQuery.Position(it.time(), new MeetingLink(it.id())));
    }

    static ArchiveQuery.Position archive(String cursor) {
        return read(cursor, it -> new ArchiveQuery.Position(it.time(), new ArchiveKey(it.id())));
    }

    private static String of(Instant time, String id) {
        String text = time + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T read(String cursor, Function<Place, T> position) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            Instant time = IsoTime.strict(text.substring(0, space)).orElseThrow(IllegalArgumentException::new);
            String id = text.substring(space + 1);
            if (id.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("No id has control characters");
            }
            return position.apply(new Place(time, id));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new BadRequest("invalid-cursor", "The cursor is not one that a page gave as nextCursor.");
        }
    }
}
