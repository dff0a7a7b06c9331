package dev.convene.core.store;

/** The transaction of the stores: what runs in it is kept whole or not at all, and is durable on return. */
public interface Transaction {

    /** Runs the work in one transaction; it is rolled back if the work throws. May be called again after a conflict. */
    void inOne(Runnable work);
}
