package dev.convene.provider.embedded;

import org.springframework.context.SmartLifecycle;

/** Starts after the web server and stops before it: the goodbyes still get out, and the store is still open. */
record SignalLifecycle(Signalling signalling) implements SmartLifecycle {

    /** Between the application's own beans and the web server, whose graceful shutdown is at -1024. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 512;

    @Override
    public void start() {
        signalling.start();
    }

    @Override
    public void stop() {
        signalling.stop();
    }

    @Override
    public boolean isRunning() {
        return signalling.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
