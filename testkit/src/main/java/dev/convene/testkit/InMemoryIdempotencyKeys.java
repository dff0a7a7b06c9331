package dev.convene.testkit;

import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.IdempotencyKeys;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Idempotency keys in a map. Thread-safe. */
final class InMemoryIdempotencyKeys implements IdempotencyKeys {

    private record Key(TenantId tenant, String value) {
        static Key of(IdempotencyKey key) {
            return new Key(key.tenant(), key.value());
        }
    }

    private record Entry(String fingerprint, MeetingLink link, Instant claimedAt) {}

    private final InMemoryTransaction transaction;
    private final Meetings meetings;
    private final Map<Key, Entry> entries = new HashMap<>();

    InMemoryIdempotencyKeys(InMemoryTransaction transaction, Meetings meetings) {
        this.transaction = transaction;
        this.meetings = meetings;
    }

    @Override
    public Claim claim(IdempotencyKey key, MeetingLink link, Instant now) {
        return transaction.alone(() -> {
            Entry entry = entries.get(Key.of(key));
            if (entry == null) {
                return won(key, link, now);
            }
            if (!entry.fingerprint().equals(key.fingerprint())) {
                return new Claim.Reused();
            }
            if (leadToMeeting(entry)) {
                return new Claim.Done(entry.link());
            }
            return now.isBefore(entry.claimedAt().plus(LEASE)) ? new Claim.InFlight() : won(key, entry.link(), now);
        });
    }

    @Override
    public void release(IdempotencyKey key, Claim.Won claim) {
        transaction.alone(() -> {
            Entry entry = entries.get(Key.of(key));
            if (entry != null && entry.claimedAt().equals(claim.at()) && !leadToMeeting(entry)) {
                transaction.remove(entries, Key.of(key));
            }
            return true;
        });
    }

    @Override
    public void forgetBefore(Instant time) {
        transaction.alone(() -> {
            List<Key> old = entries.entrySet().stream()
                    .filter(it -> it.getValue().claimedAt().isBefore(time))
                    .map(Map.Entry::getKey)
                    .toList();
            old.forEach(it -> transaction.remove(entries, it));
            return true;
        });
    }

    private Claim won(IdempotencyKey key, MeetingLink link, Instant now) {
        transaction.put(entries, Key.of(key), new Entry(key.fingerprint(), link, now));
        return new Claim.Won(link, now);
    }

    private boolean leadToMeeting(Entry entry) {
        return meetings.findByLink(entry.link()).isPresent();
    }
}
