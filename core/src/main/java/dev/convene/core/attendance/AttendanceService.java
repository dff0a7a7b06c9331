package dev.convene.core.attendance;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.meeting.Meetings;

/** Tells who was there. Thread-safe. */
public final class AttendanceService {

    private final Visits visits;
    private final Meetings meetings;

    public AttendanceService(Visits visits, Meetings meetings) {
        this.visits = visits;
        this.meetings = meetings;
    }

    public Attendance attendance(Caller caller, MeetingLink link) {
        Meeting meeting = meetings.find(caller.tenant(), link).orElseThrow(() -> new Unknown(link));
        return Attendance.of(meeting, visits.of(link));
    }
}
