package dev.convene.starter.web;

import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.meeting.Meeting;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person in a meeting, in the predecessor's form.
 *
 * @param createdOn first join
 * @param modifiedOn last sign of life
 * @param isDeleted is not in now
 */
@Schema(name = "Attendee")
record AttendeeView(
        long id,
        String sessionId,
        String attendee,
        String createdOn,
        String modifiedOn,
        boolean isDeleted,
        @Nullable String extId,
        @Nullable Object extMetadata) {

    static AttendeeView of(PersonAttendance person, Meeting meeting) {
        return new AttendeeView(
                person.number(),
                meeting.room().id().value(),
                person.participant().identity(),
                IsoTime.format(person.firstJoin()),
                IsoTime.format(person.modifiedAt()),
                !person.present(),
                null,
                null);
    }
}
