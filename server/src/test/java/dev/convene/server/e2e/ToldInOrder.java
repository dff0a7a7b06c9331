package dev.convene.server.e2e;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** A story whose tests follow from one another: when one fails, those after it are left out rather than failing as well. */
final class ToldInOrder implements ExecutionCondition, TestExecutionExceptionHandler {

    private volatile String broken = "";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return broken.isEmpty()
                ? ConditionEvaluationResult.enabled("The story goes on")
                : ConditionEvaluationResult.disabled("The story ended when this failed: " + broken);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        broken = context.getDisplayName();
        throw failure;
    }
}
