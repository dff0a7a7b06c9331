package dev.convene.starter.security;

import dev.convene.starter.problem.Problem;
import dev.convene.starter.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Answers a URL whose spelling has no good use, such as {@code //} or an encoded slash. */
final class RefusedByFirewall implements RequestRejectedHandler {

    private final ProblemWriter problems;

    RefusedByFirewall(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        problems.write(
                response,
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "The address or a header is not well-formed."));
    }
}
