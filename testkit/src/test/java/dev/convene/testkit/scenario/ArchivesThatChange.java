package dev.convene.testkit.scenario;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.archive.Archives;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderName;
import dev.convene.testkit.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Archives of which something happens right after the one that waits for its confirmation was read. */
record ArchivesThatChange(Archives archives, Consumer<Archive> meanwhile) implements Archives {

    ArchiveLedger ledger(Stores stores) {
        return new ArchiveLedger(new ArchiveStores(this, stores.targets(), stores.transaction()), stores.meetings());
    }

    @Override
    public Optional<Archive> oldestUnconfirmed(Room room) {
        Optional<Archive> oldest = archives.oldestUnconfirmed(room);
        oldest.ifPresent(meanwhile);
        return oldest;
    }

    @Override
    public void add(Archive archive) {
        archives.add(archive);
    }

    @Override
    public void remove(ArchiveKey key) {
        archives.remove(key);
    }

    @Override
    public Optional<Archive> find(TenantId tenant, String id) {
        return archives.find(tenant, id);
    }

    @Override
    public Optional<Archive> findByProviderId(ProviderName provider, ArchiveId id) {
        return archives.findByProviderId(provider, id);
    }

    @Override
    public Archive change(ArchiveKey key, UnaryOperator<Archive> change) {
        return archives.change(key, change);
    }

    @Override
    public ArchivePage list(TenantId tenant, ArchiveQuery query) {
        return archives.list(tenant, query);
    }

    @Override
    public List<Archive> unsettled(ProviderName provider, Instant comparedBefore, int limit) {
        return archives.unsettled(provider, comparedBefore, limit);
    }

    @Override
    public void compared(ArchiveKey key, Instant at) {
        archives.compared(key, at);
    }
}
