package dev.convene.testkit;

/**
 * What every {@link dev.convene.core.meeting.Meetings} must do. Extend it by a test class that returns your stores, emptied,
 * from {@link #emptyStores()}; every test is inherited.
 */
public abstract class MeetingsCompatibilityKit extends StoresKit
        implements KeepsMeetings, KeepsMeetingsExactly, ChangesMeetings, ListsMeetings, SweepsMeetings {}
