package dev.convene.core.attendance;

/** The stores that {@link AttendanceService} needs, which one technology provides together. */
public record AttendanceStores(Visits visits, EventLog events, Transaction transaction) {}
