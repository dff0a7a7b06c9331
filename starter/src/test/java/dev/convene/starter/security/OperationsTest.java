package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

class OperationsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /session, CreateMeetingSession",
        "GET, /session, GetMeetings",
        "GET, /session/abc, GetMeetings",
        "PATCH, /session/abc, EditMeeting",
        "PATCH, /session/abc/end, StopMeeting",
        "POST, /session/abc/token, GenerateMeetingToken",
        "GET, /session/abc/attendees, GetMeetingAttendees",
        "GET, /session/abc/attendance, GetMeetingAttendees",
        "POST, /access-tokens/revoked, RevokeAccessTokens",
        "POST, /session/abc/archives, StartMeetingArchive",
        "GET, /archives, GetMeetingArchives",
        "PUT, /archives/storage-target, SetMeetingUploadTarget",
        "GET, /archives/abc, GetMeetingArchives",
        "DELETE, /archives/abc, DeleteMeetingArchive",
        "GET, /archives/abc/download, GetMeetingArchives",
        "POST, /archives/abc/stop, StopMeetingArchive",
        "PUT, /archives/abc/layout, StartMeetingArchive",
        "GET, /providers, GetMeetings",
        "GET, /audit-logs, GetAuditLogs",
        "GET, /actuator/prometheus, GetMetrics",
        "HEAD, /session/abc/attendees, GetMeetingAttendees",
        "POST, /session/, CreateMeetingSession",
        "PATCH, /session/abc/end/, StopMeeting",
        "PATCH, /sess%69on/abc/%65nd, StopMeeting",
        "PATCH, /session/abc;x=y/end, StopMeeting"
    })
    void anOperationTakesItsPermission(String method, String path, String key) {
        assertThat(access(method, path))
                .isInstanceOfSatisfying(
                        Access.Permitted.class,
                        it -> assertThat(it.permission().key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /session",
        "PUT, /session/abc",
        "POST, /session/abc/end",
        "GET, /session/abc/token",
        "GET, /session/abc/end/more",
        "OPTIONS, /session",
        "TRACE, /session",
        "GET, /session/abc/attendees/1",
        "GET, /session//",
        "GET, /access-tokens/revoked",
        "GET, /archives/abc/stop",
        "POST, /archives",
        "POST, /audit-logs",
        "DELETE, /audit-logs/1",
        "GET, /actuator",
        "GET, /actuator/env",
        "POST, /actuator/prometheus"
    })
    void whatIsNotListedUnderTheApiDoesNotExist(String method, String path) {
        assertThat(access(method, path)).isInstanceOf(Access.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /webhooks/session",
        "GET, /",
        "GET, /meet/abc",
        "GET, /convene/console.html",
        "GET, /openapi",
        "GET, /providers/abc",
        "GET, /actuator/health",
        "GET, /actuator/health/readiness",
        "GET, /Session"
    })
    void theRestIsOpen(String method, String path) {
        assertThat(access(method, path)).isInstanceOf(Access.Open.class);
    }

    @ParameterizedTest
    @CsvSource({"GET, /join/abc", "POST, /join/abc", "GET, /console", "GET, /console/me", "POST, /console/sign-in"})
    void whoIsSignedInIsKnownToTheJoinPageAndTheConsole(String method, String path) {
        assertThat(access(method, path)).isInstanceOf(Access.Recognised.class);
    }

    private static Access access(String method, String path) {
        return Operations.accessTo(HttpMethod.valueOf(method), PathContainer.parsePath(path));
    }
}
