package dev.convene.server;

import dev.convene.starter.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the web server refuses before any filter sees it, such as an address that is not well-formed, is no page either. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Problem problem = ErrorAnswers.problem(response.getStatus(), null);
        response.setStatus(problem.status().value());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getReporter().write(JsonMapper.shared().writeValueAsString(problem.members()));
            response.finishResponse();
        } catch (IOException e) {
            // whoever asked does not listen any more
            container.getLogger().debug("An error could not be told", e);
        }
    }
}
