package dev.convene.testkit;

/**
 * What every {@link dev.convene.core.archive.Archives} and {@link dev.convene.core.archive.StorageTargets} must do. Extend it
 * by a test class that returns your stores, emptied, from {@link #emptyStores()}; every test is inherited.
 */
public abstract class ArchivesCompatibilityKit extends StoresKit
        implements KeepsArchives,
                ChangesArchives,
                ChangesArchivesAtOnce,
                ListsArchives,
                FindsUnsettledArchives,
                KeepsStorageTargets {}
