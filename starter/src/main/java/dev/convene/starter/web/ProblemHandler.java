package dev.convene.starter.web;

import dev.convene.core.archive.ArchiveProblem;
import dev.convene.core.meeting.MeetingProblem;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.WebhookReceiver.NotAuthentic;
import dev.convene.core.provider.WebhookReceiver.Unreadable;
import dev.convene.starter.problem.Problem;
import dev.convene.starter.web.JsonBodies.BodyTooLarge;
import dev.convene.starter.web.JsonBodies.MalformedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * The one place where problems become statuses; for Convene's own controllers only, not for a host application's. First, or
 * an application's handler of everything would answer for Convene.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = ProblemHandler.class)
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

    @ExceptionHandler
    ResponseEntity<Problem> meeting(MeetingProblem problem, HttpServletRequest request) {
        return answer(MeetingProblems.of(problem, request));
    }

    @ExceptionHandler
    ResponseEntity<Problem> archive(ArchiveProblem problem) {
        return answer(ArchiveProblems.of(problem));
    }

    @ExceptionHandler
    ResponseEntity<Problem> provider(ProviderFailure failure) {
        LOG.warn("Provider {} failed: {}", failure.provider(), failure.getMessage(), failure.getCause());
        return switch (failure) {
            case ProviderFailure.Unavailable it ->
                retryLater("provider-unavailable", "The video provider does not answer now.", it.retryAfter());
            case ProviderFailure.Conflict it ->
                answer(Problem.of(HttpStatus.CONFLICT, "provider-conflict", it.reason()));
            case ProviderFailure.NotConfigured it ->
                answer(Problem.of(
                        HttpStatus.BAD_GATEWAY,
                        "provider-not-configured",
                        "This meeting is carried by " + it.provider()
                                + ", which this service has no settings for; its operator has to add them."));
            case ProviderFailure.CredentialsRefused it ->
                answer(Problem.of(
                        HttpStatus.BAD_GATEWAY,
                        "provider-credentials",
                        "The video provider refused this service's credentials; its operator has to mend them."));
            case ProviderFailure.Refused it ->
                answer(Problem.of(HttpStatus.BAD_GATEWAY, "provider-refused", "The video provider refused the call."));
        };
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Problem> database(RuntimeException e) {
        LOG.warn("The database does not answer: {}", e.getMessage());
        return retryLater("database-unavailable", "The database does not answer now.", DATABASE_RETRY);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notAuthentic(NotAuthentic e) {
        LOG.warn("A webhook was refused: {}", e.getMessage());
        return answer(Problem.of(
                HttpStatus.UNAUTHORIZED,
                "webhook-not-authentic",
                "The webhook does not prove to come from its provider."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(Unreadable e) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "webhook-unreadable", said(e)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> noSuchReceiver(WebhookController.NoSuchReceiver e) {
        return answer(Problem.of(HttpStatus.NOT_FOUND, "not-found", "API not found !"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> auditLogOff(AuditController.AuditLogOff e) {
        return answer(Problem.of(
                HttpStatus.NOT_FOUND,
                "audit-log-off",
                "There is no audit log: its operator can turn it on by convene.audit.enabled=true."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> badRequest(BadRequest e) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, e.code(), said(e)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(InvalidRequest e) {
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", said(e))
                .saying("The request body is invalid. See error object `details` property for more info.")
                .with("details", e.details()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> malformed(MalformedBody e) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", said(e)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> tooLarge(BodyTooLarge e) {
        return answer(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", said(e))
                .saying("request entity too large"));
    }

    private static String said(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), "");
    }

    private static ResponseEntity<Problem> retryLater(String code, String what, Duration after) {
        long seconds = Math.max(1, after.toSeconds());
        var problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, code, what + " Nothing was changed; try again in " + seconds + " s.");
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                .body(problem);
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                .body(problem);
    }
}
