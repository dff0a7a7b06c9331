package dev.convene.starter.jdbc;

import dev.convene.core.store.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.springframework.dao.DuplicateKeyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies the predecessor's meetings and attendees into Convene's tables, in parts, each in one transaction. Each row once:
 * what is copied is never written again, and what is added there later is copied at the next run.
 */
final class PredecessorAdoption {

    private static final int PART = 500;
    private static final int TRIES = 20;

    private final PredecessorTables tables;
    private final AdoptedRooms rooms;
    private final Transaction transaction;

    PredecessorAdoption(PredecessorTables tables, AdoptedRooms rooms, Transaction transaction) {
        this.tables = tables;
        this.rooms = rooms;
        this.transaction = transaction;
    }

    AdoptionReport run() {
        return run(meetings(), visits());
    }

    /** What {@link #run()} would do. Changes nothing. */
    AdoptionReport plan() {
        return tables.fresh()
                ? run(AdoptionTarget.missing(), AdoptionTarget.missing())
                : run(AdoptionTarget.dry(meetings()), AdoptionTarget.dry(visits()));
    }

    private AdoptedMeetings meetings() {
        return new AdoptedMeetings(tables.jdbc(), tables.dialect(), JsonMapper.shared());
    }

    private AdoptedVisits visits() {
        return AdoptedVisits.of(tables.jdbc(), tables.dialect());
    }

    private AdoptionReport run(
            AdoptionTarget<PredecessorMeeting> meetings, AdoptionTarget<PredecessorAttendee> attendees) {
        long meetingsBefore = meetings.before();
        long attendeesBefore = attendees.before();
        var reader = new PredecessorMeetingReader(rooms, JsonMapper.shared());
        var leftOut = new HashSet<Long>();
        Tally ofMeetings = copy(id -> tables.meetings(id, PART, reader), meetings, row -> {
            if (row.reason() != null) {
                leftOut.add(row.id());
            }
        });
        Tally ofAttendees = copy(
                id -> tables.attendees(id, PART).stream()
                        .map(row -> row.unless(it -> leftOut.contains(it.meeting()) ? "its meeting is left out" : null))
                        .toList(),
                attendees,
                row -> {});
        return new AdoptionReport(
                tables.where(),
                ofMeetings.of(PredecessorTables.MEETINGS, meetingsBefore),
                ofAttendees.of(PredecessorTables.ATTENDEES, attendeesBefore));
    }

    private <T> Tally copy(
            LongFunction<List<PredecessorRow<T>>> source,
            AdoptionTarget<T> target,
            Consumer<PredecessorRow<T>> outcome) {
        var tally = new Tally();
        long last = Long.MIN_VALUE;
        for (List<PredecessorRow<T>> part = copyPart(source, last, target);
                !part.isEmpty();
                part = copyPart(source, last, target)) {
            for (PredecessorRow<T> row : part) {
                tally.count(row);
                outcome.accept(row);
            }
            last = part.getLast().id();
        }
        return tally;
    }

    private <T> List<PredecessorRow<T>> copyPart(
            LongFunction<List<PredecessorRow<T>>> source, long after, AdoptionTarget<T> target) {
        for (int tried = 1; true; tried++) {
            List<PredecessorRow<T>> rows = source.apply(after).stream()
                    .map(it -> it.unless(target::objection))
                    .toList();
            var copied = new ArrayList<PredecessorRow<T>>();
            try {
                transaction.inOne(() -> {
                    copied.clear();
                    rows.forEach(row -> copied.add(row.unless(it -> target.add(row.id(), it))));
                    target.endPart();
                });
                return copied;
            } catch (DuplicateKeyException e) {
                // another node adopts at the same time: what it has copied is not read again
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }
}
