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
        Problem problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                .body(problem.members());
    }

    private static Problem problem(@Nullable Object code) {
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null || status.is5xxServerError()) {
            return Problem.of(
                    HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong here; it is in the log.");
        }
        return status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED
                ? Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such operation.")
                        .saying("API not found !")
                : Problem.of(status, "refused", status.getReasonPhrase() + ".");
    }
}
