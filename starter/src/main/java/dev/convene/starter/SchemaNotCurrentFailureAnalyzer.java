package dev.convene.starter;

import dev.convene.starter.jdbc.SchemaNotCurrentException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to run, instead of a stack trace. */
final class SchemaNotCurrentFailureAnalyzer extends AbstractFailureAnalyzer<SchemaNotCurrentException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaNotCurrentException cause) {
        return new FailureAnalysis(
                cause.getMessage() + ", and convene.migration.mode is off.",
                "Run them by `./convene migrate` (`java -jar convene-server.jar migrate`; with --dry-run it only says what it "
                        + "would do) or from the files of `migrations copy`, or set convene.migration.mode=at-start.",
                cause);
    }
}
