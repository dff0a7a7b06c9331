package dev.convene.core.event;

import dev.convene.core.attendance.Visits;
import dev.convene.core.store.Transaction;

/** The stores that {@link EventInbox} writes to, which one technology provides together. */
public record EventStores(EventLog events, Visits visits, Transaction transaction) {}
