package dev.convene.starter.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.convene.core.meeting.MeetingProblem;
import dev.convene.core.meeting.MeetingProblem.InvalidSchedule;
import dev.convene.core.meeting.MeetingProblem.NotOpenYet;
import dev.convene.starter.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** What each problem of a meeting is on the wire, with the predecessor's words where it has some. */
final class MeetingProblems {

    private MeetingProblems() {}

    static Problem of(MeetingProblem problem, HttpServletRequest request) {
        return switch (problem) {
            case MeetingProblem.Unknown it ->
                Problem.of(NOT_FOUND, "meeting-unknown", "There is no meeting with this link.")
                        .saying(unknown(it, request));
            case NotOpenYet it -> notOpenYet(it);
            case MeetingProblem.Ended it ->
                Problem.of(BAD_REQUEST, "meeting-ended", "This meeting ended at " + IsoTime.format(it.endedAt()) + ".")
                        .saying("This meeting has been expired")
                        .with("endedAt", IsoTime.format(it.endedAt()));
            case MeetingProblem.AlreadyEnded it ->
                Problem.of(BAD_REQUEST, "meeting-already-ended", "Meeting has already been ended!");
            case InvalidSchedule it -> invalidSchedule(it, request);
            case MeetingProblem.EncryptedAndArchived it ->
                Problem.of(
                        BAD_REQUEST,
                        "encrypted-and-archived",
                        "End to end Encryption along with archiving is not possible");
            case MeetingProblem.NotOffered it ->
                Problem.of(UNPROCESSABLE_CONTENT, "not-offered", notOffered(it))
                        .with("provider", it.provider().value())
                        .with("option", it.capability().option());
            case MeetingProblem.IdentityTooLong it ->
                Problem.of(
                                UNPROCESSABLE_CONTENT,
                                "identity-too-long",
                                "Provider " + it.provider() + " takes identities of up to " + it.limit()
                                        + " characters; send a shorter one as data.")
                        .with("provider", it.provider().value());
            case MeetingProblem.QuotaExceeded it ->
                Problem.of(FORBIDDEN, "quota-exceeded", quotaExceeded(it)).with("limit", it.limit());
            case MeetingProblem.ExpiryInThePast it ->
                Problem.of(BAD_REQUEST, "expiry-in-the-past", "Expire time cannot be in the past.");
            case MeetingProblem.NotModerator it ->
                Problem.of(
                        FORBIDDEN,
                        "not-moderator",
                        "The role moderator is for who created the meeting or holds StopMeeting.");
            case MeetingProblem.GuestsNotAllowed it ->
                Problem.of(FORBIDDEN, "guests-not-allowed", "This meeting is for people who sign in.");
            case MeetingProblem.Refused it -> Problem.of(status(it.reason()), it.code(), it.getMessage());
            case MeetingProblem.IdempotencyKeyReused it ->
                Problem.of(
                        UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another request; take a new one.");
            case MeetingProblem.IdempotencyKeyInUse it ->
                Problem.of(
                        CONFLICT,
                        "idempotency-key-in-use",
                        "A request with this Idempotency-Key is under way; ask again with the same key.");
        };
    }

    private static String quotaExceeded(MeetingProblem.QuotaExceeded it) {
        return switch (it.of()) {
            case LIVE_MEETINGS ->
                "Your organisation may have " + it.limit()
                        + " meetings going on at once and has them; end one, or ask the operator for more.";
            case PARTICIPANTS ->
                "Your organisation may have " + it.limit()
                        + " people in its meetings at once and has them; try again when some have left.";
        };
    }

    private static String notOffered(MeetingProblem.NotOffered problem) {
        String remedy = switch (problem.capability()) {
            case STORAGE_S3, STORAGE_AZURE ->
                "where it keeps archives is set in the settings here or in its own dashboard.";
            default -> "leave it out, or use another provider.";
        };
        return "Provider " + problem.provider() + " does not offer "
                + problem.capability().option() + "; " + remedy;
    }

    private static HttpStatus status(MeetingProblem.Refused.Reason reason) {
        return switch (reason) {
            case NOT_ALLOWED -> FORBIDDEN;
            case CONFLICT -> CONFLICT;
            case INVALID -> UNPROCESSABLE_CONTENT;
        };
    }

    private static Problem notOpenYet(NotOpenYet it) {
        String opens = IsoTime.format(it.opensAt());
        return Problem.of(BAD_REQUEST, "meeting-not-open", "This meeting opens at " + opens + ".")
                .saying("Meeting can only be started " + it.opensBefore().toMinutes()
                        + " minutes before the scheduled time")
                .with("opensAt", opens);
    }

    /** The predecessor says the same differently on create and on edit. */
    private static Problem invalidSchedule(InvalidSchedule problem, HttpServletRequest request) {
        boolean create = request.getMethod().equals("POST");
        String message = switch (problem.reason()) {
            case TIME_MISSING ->
                create ? "Schedule time is not set." : "Schedule Time is required if isScheduled is set to true";
            case IN_THE_PAST ->
                create
                        ? "Meeting can't be scheduled with schedule time in past!"
                        : "Schedule Time cannot be set in the past";
            case ENDS_BEFORE_IT_BEGINS -> "endsAt must be after the meeting's beginning.";
        };
        return Problem.of(BAD_REQUEST, "invalid-schedule", message);
    }

    private static String unknown(MeetingProblem.Unknown problem, HttpServletRequest request) {
        if (request.getRequestURI().endsWith("/token")) {
            return "Session does not exist";
        }
        boolean edit =
                request.getMethod().equals("PATCH") && !request.getRequestURI().endsWith("/end");
        return edit ? "Meeting link " + problem.link() + " not found" : "Meeting Not Found";
    }
}
