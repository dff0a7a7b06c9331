package dev.convene.starter.security;

import java.util.Arrays;
import java.util.List;

/** What a caller may be permitted to do; the keys are the predecessor's where it has one. */
public enum Permission {
    CREATE_MEETING("CreateMeetingSession"),
    ISSUE_TOKEN("GenerateMeetingToken"),
    EDIT_MEETING("EditMeeting"),
    END_MEETING("StopMeeting"),
    READ_MEETINGS("GetMeetings"),
    READ_ATTENDEES("GetMeetingAttendees"),
    START_ARCHIVE("StartMeetingArchive"),
    STOP_ARCHIVE("StopMeetingArchive"),
    READ_ARCHIVES("GetMeetingArchives"),
    DELETE_ARCHIVE("DeleteMeetingArchive"),
    SET_STORAGE("SetMeetingUploadTarget"),
    REVOKE_TOKENS("RevokeAccessTokens"),
    READ_AUDIT_LOG("GetAuditLogs"),
    READ_METRICS("GetMetrics");

    private final String key;

    Permission(String key) {
        this.key = key;
    }

    /** As it stands in a token's {@code permissions}. */
    String key() {
        return key;
    }

    static List<String> allKeys() {
        return Arrays.stream(values()).map(Permission::key).toList();
    }
}
