package dev.convene.server;

import dev.convene.starter.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody else answers: paths that do not exist, and failures outside the controllers. */
@RestController
class ErrorAnswers implements ErrorController {

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<Map<String, Object>> answer(HttpServletRequest request) {
        Problem problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), request.getContentType());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                .body(problem.members());
    }

    /** @param contentType of the request's body, if it says */
    static Problem problem(@Nullable Object code, @Nullable String contentType) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return Problem.of(
                    HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong here; it is in the log.");
        }
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED ->
                Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such operation.")
                        .saying("API not found !");
            case UNSUPPORTED_MEDIA_TYPE -> unsupported(contentType);
            default -> refused(status);
        };
    }

    private static Problem unsupported(@Nullable String contentType) {
        return contentType == null
                ? refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
                : Problem.of(
                                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                "unsupported-media-type",
                                "Send the body as application/json.")
                        .saying("Content-type " + contentType + " does not match [application/json].");
    }

    private static Problem refused(HttpStatus status) {
        return Problem.of(status, "refused", status.getReasonPhrase() + ".");
    }
}
