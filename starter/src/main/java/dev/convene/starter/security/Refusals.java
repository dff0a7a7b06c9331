package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What this package's controllers answer instead of what was asked for. */
final class Refusals {

    private Refusals() {}

    static ResponseEntity<Problem> answer(Refusal refusal) {
        var headers = new HttpHeaders();
        refusal.headers().forEach(headers::set);
        return answer(refusal.problem(), headers);
    }

    static ResponseEntity<Problem> answer(Problem problem) {
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.valueOf(Problem.MEDIA_TYPE))
                .body(problem);
    }
}
