package dev.convene.testkit;

import dev.convene.core.audit.AuditEntry;
import dev.convene.core.audit.AuditOutbox;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries in a map, in the transaction of in-memory stores. Thread-safe. */
public final class InMemoryAuditOutbox implements AuditOutbox {

    private record Numbered(long number, AuditEntry entry) {}

    private final InMemoryTransaction transaction;
    private final Map<String, Numbered> entries = new HashMap<>();
    private long lastNumber;

    private InMemoryAuditOutbox(InMemoryTransaction transaction) {
        this.transaction = transaction;
    }

    /** @param stores of {@link Stores#inMemory} */
    public static InMemoryAuditOutbox of(Stores stores) {
        return new InMemoryAuditOutbox((InMemoryTransaction) stores.transaction());
    }

    @Override
    public void add(AuditEntry entry) {
        transaction.inOne(() -> transaction.put(entries, entry.id(), new Numbered(++lastNumber, entry)));
    }

    @Override
    public List<AuditEntry> waiting(int limit) {
        return transaction.alone(() -> entries.values().stream()
                .sorted(Comparator.comparingLong(Numbered::number))
                .limit(limit)
                .map(Numbered::entry)
                .toList());
    }

    @Override
    public void remove(Collection<String> ids) {
        transaction.inOne(() -> ids.forEach(id -> transaction.remove(entries, id)));
    }
}
