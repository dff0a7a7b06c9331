package dev.convene.core.archive;

import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Room;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveStatus;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.VideoProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Settles archives of which nothing is heard (a crash, a lost webhook): asks the provider, and lets it do what is left to be
 * done. The longest not compared comes first, so that what fails holds nothing else up; a provider that does not answer is
 * left alone until the next turn. Every step may be repeated, and run by several nodes at once.
 */
public final class ArchiveReconciler {

    /** How long a webhook, or the answer to a start, is waited for. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(ArchiveReconciler.class.getName());
    private static final int BATCH = 100;

    private final Archives archives;
    private final ArchiveLedger ledger;
    private final Providers providers;
    private final Clock clock;

    public ArchiveReconciler(Archives archives, ArchiveLedger ledger, Providers providers, Clock clock) {
        this.archives = archives;
        this.ledger = ledger;
        this.providers = providers;
        this.clock = clock;
    }

    public void reconcile() {
        providers.all().forEach(it -> it.archiver().ifPresent(archiver -> reconcile(it, archiver)));
    }

    private void reconcile(VideoProvider provider, Archiver archiver) {
        for (Archive archive :
                archives.unsettled(provider.name(), clock.instant().minus(PATIENCE), BATCH)) {
            archives.compared(archive.key(), clock.instant());
            try {
                settle(archiver, archive);
            } catch (ProviderFailure.Unavailable e) {
                LOG.log(Level.WARNING, () -> "Archives of " + provider.name() + " wait: " + e.getMessage());
                return;
            } catch (RuntimeException e) {
                // A defect of one provider's, too, is none of the others'.
                LOG.log(Level.WARNING, () -> "Archive " + archive.key() + " is not compared now", e);
            }
        }
    }

    private void settle(Archiver archiver, Archive archive) {
        if (archive.providerId() == null) {
            confirm(archiver, archive);
            return;
        }
        archiver.refresh(archive.providerId())
                .ifPresentOrElse(it -> report(archive.origin().room(), it), () -> fail(archive));
    }

    /** The answer to its start was lost. What began in the room since and nobody told us of is taken for it. */
    private void confirm(Archiver archiver, Archive archive) {
        Room room = archive.origin().room();
        archiver.archivesOf(room.id()).stream()
                .filter(it -> beganAfterTheRequestOf(archive, it))
                .filter(it ->
                        archives.findByProviderId(room.provider(), it.id()).isEmpty())
                .forEach(it -> report(room, it));
        ledger.unconfirmed(archive, "The provider never confirmed the start", clock.instant());
    }

    /** As far as the clocks of two machines tell. */
    private static boolean beganAfterTheRequestOf(Archive archive, ArchiveReport report) {
        Instant began = report.facts().startedAt();
        return began == null || began.isAfter(archive.origin().requested().at().minus(PATIENCE));
    }

    private void report(Room room, ArchiveReport report) {
        ledger.report(room.provider(), report, clock.instant());
    }

    private void fail(Archive archive) {
        archives.change(
                archive.key(),
                it -> it.become(ArchiveStatus.FAILED, "The provider does not know it any more", clock.instant()));
    }
}
