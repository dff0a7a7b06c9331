package dev.convene.starter.web;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.Unknown;

/** Meeting links as they come in paths. */
final class Links {

    private Links() {}

    static MeetingLink of(String text) {
        if (text.isBlank()) {
            throw new BadRequest("invalid-link", "Meeting link should be a valid string");
        }
        if (text.length() > MeetingLink.MAX_LENGTH) {
            throw new Unknown(new MeetingLink(text.substring(0, MeetingLink.MAX_LENGTH)));
        }
        return new MeetingLink(text);
    }
}
