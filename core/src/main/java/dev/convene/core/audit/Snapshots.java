package dev.convene.core.audit;

import dev.convene.core.access.TokenFingerprint;
import dev.convene.core.attendance.Visit;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.Participant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as JSON objects: the predecessor's names for what it has, the API's for the rest. */
final class Snapshots {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Snapshots() {}

    static Map<String, @Nullable Object> of(Meeting meeting) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("meetingLink", meeting.link().value());
        state.put("provider", meeting.provider().value());
        state.put("sessionId", meeting.hasRoom() ? meeting.room().id().value() : null);
        state.put("title", meeting.details().title());
        state.put("extId", meeting.details().externalId());
        state.put("extMetadata", Mask.secrets(meeting.details().metadata()));
        state.put("isScheduled", meeting.schedule().scheduled());
        state.put("scheduleTime", time(meeting.schedule().at()));
        state.put("endsAt", time(meeting.schedule().endsAt()));
        state.put("isArchived", meeting.options().archived());
        state.put("endToEndEncryption", meeting.options().endToEndEncrypted());
        state.put("allowGuests", meeting.options().guestsAllowed());
        state.put("startTime", time(meeting.history().startedAt()));
        state.put("endTime", time(meeting.history().endedAt()));
        state.put("createdBy", meeting.history().created().by());
        state.put("createdOn", time(meeting.history().created().at()));
        state.put("modifiedBy", meeting.history().modified().by());
        state.put("modifiedOn", time(meeting.history().modified().at()));
        return state;
    }

    static Map<String, @Nullable Object> of(Visit visit, PersonNames names) {
        Participant person = visit.participant();
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("sessionId", visit.room().id().value());
        state.put("provider", visit.room().provider().value());
        state.put("connectionId", visit.connection().value());
        state.put("attendee", person == null ? null : person.identity());
        state.put("name", person == null ? null : names == PersonNames.SHOWN ? person.name() : Mask.HIDDEN);
        state.put("createdOn", time(visit.start()));
        state.put("modifiedOn", time(visit.seenAt()));
        state.put("joinedAt", time(visit.joinedAt()));
        state.put("leftAt", time(visit.leftAt()));
        state.put("isDeleted", visit.leftAt() != null);
        return state;
    }

    static Map<String, @Nullable Object> ofRevoked(TokenFingerprint token, @Nullable Instant until, Caller by) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("fingerprint", token.value());
        state.put("expiresOn", time(until));
        state.put("revokedBy", by.id());
        return state;
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : TIME.format(time);
    }
}
