package dev.convene.testkit;

/** A vendor that a test can disturb. Thread-safe. */
public interface FaultyVendor {

    /** Every call meets the fault, until {@link #recover}. */
    void fail(VendorFault fault);

    /** The next call meets the fault, the one after it no more; several faults queue. */
    void failNext(VendorFault fault);

    /** All is well again. */
    void recover();

    /** How many requests have come in so far. */
    int calls();
}
