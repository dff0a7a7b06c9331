package dev.convene.starter.web;

import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.Meeting;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A meeting, as the API shows it. Times are UTC. */
@Schema(name = "Meeting")
record MeetingView(
        String code,
        @Nullable String title,
        @Nullable String externalId,
        Map<String, Object> metadata,
        String provider,
        @Nullable String sessionId,
        boolean isScheduled,
        String scheduleTime,
        @Nullable String opensAt,
        @Nullable String endsAt,
        @Nullable String startTime,
        @Nullable String endTime,

        @Schema(allowableValues = {"upcoming", "live", "ended"})
        String state,

        boolean enableArchiving,
        boolean endToEndEncryption,
        boolean allowGuests,
        String joinUrl,
        @Nullable String createdBy,
        String createdOn,
        String modifiedOn) {

    static MeetingView of(Meeting meeting, JoinPolicy policy, String joinUrl) {
        var schedule = meeting.schedule();
        var history = meeting.history();
        return new MeetingView(
                meeting.link().value(),
                meeting.details().title(),
                meeting.details().externalId(),
                meeting.details().metadata(),
                meeting.provider().value(),
                meeting.hasRoom() ? meeting.room().id().value() : null,
                schedule.scheduled(),
                IsoTime.format(schedule.at()),
                schedule.scheduled() ? IsoTime.format(policy.opensAt(schedule)) : null,
                IsoTime.formatNullable(schedule.endsAt()),
                IsoTime.formatNullable(history.startedAt()),
                IsoTime.formatNullable(history.endedAt()),
                meeting.state().name().toLowerCase(Locale.ROOT),
                meeting.options().archived(),
                meeting.options().endToEndEncrypted(),
                meeting.options().guestsAllowed(),
                joinUrl,
                history.created().by(),
                IsoTime.format(history.created().at()),
                IsoTime.format(history.modified().at()));
    }
}
