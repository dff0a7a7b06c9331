package dev.convene.core.archive;

import dev.convene.core.store.Transaction;

/** The stores that archives need, which one technology provides together. */
public record ArchiveStores(Archives archives, StorageTargets targets, Transaction transaction) {}
