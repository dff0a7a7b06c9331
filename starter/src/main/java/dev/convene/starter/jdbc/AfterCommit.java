package dev.convene.starter.jdbc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What waits for the commit of a transaction: of one begun here, or of a host's. For stores on Spring's transactions. */
public final class AfterCommit {

    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    /**
     * Runs a whole transaction.
     *
     * @return what has to run now that it is committed
     */
    public List<Runnable> of(Runnable transaction) {
        var ours = new ArrayList<Runnable>();
        waiting.set(ours);
        try {
            transaction.run();
        } finally {
            waiting.remove();
        }
        return ours;
    }

    /** As {@link dev.convene.core.store.Transaction#afterCommit}; after a host's transaction on another thread. */
    public void run(Runnable work) {
        List<Runnable> ours = waiting.get();
        if (ours != null) {
            ours.add(work);
        } else if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    // on the host's own thread its transaction is still there, though over, and nobody would commit
                    // again
                    Thread.ofVirtual().name("convene-after-commit").start(work);
                }
            });
        } else {
            work.run();
        }
    }
}
