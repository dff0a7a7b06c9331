package dev.convene.testkit;

/**
 * What every {@link dev.convene.core.attendance.Visits} must do. Extend it by a test class that returns your stores, emptied,
 * from {@link #emptyStores()}; every test is inherited.
 */
public abstract class VisitsCompatibilityKit extends StoresKit implements MergesVisits, FindsVisits, SeesVisits {}
