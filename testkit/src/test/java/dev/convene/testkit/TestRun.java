package dev.convene.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.List;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs a test class within a test, to see it fail. */
final class TestRun {

    private TestRun() {}

    /** What failed, each as the test's name and the message. */
    static List<String> failuresOf(Class<?> testClass) {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(request().selectors(selectClass(testClass)).build(), listener);
        return listener.getSummary().getFailures().stream()
                .map(it -> it.getTestIdentifier().getDisplayName() + ": "
                        + it.getException().getMessage())
                .toList();
    }
}
