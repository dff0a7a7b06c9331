package dev.convene.core.store;

/** The transaction of the stores: what runs in it is kept whole or not at all, and is durable on return. */
public interface Transaction {

    /** Runs the work in one transaction; it is rolled back if the work throws. May be called again after a conflict. */
    void inOne(Runnable work);

    /**
     * Runs the work once the transaction of this thread is committed, and not if it is rolled back; at once if there is none.
     * What it writes is not part of that transaction any more.
     */
    void afterCommit(Runnable work);
}
