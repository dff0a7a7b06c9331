package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchiveProgress;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.archive.NewArchive;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.ArchiveChanged;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A meeting that is recorded three times: Ada asks for a recording that becomes ready, the provider begins one by itself that
 * becomes ready too, and Ada asks for one that fails.
 */
final class ScriptedArchives {

    static final List<String> TRUTH = List.of(
            "FAILED 12:20 null null no media for ada",
            "READY 12:00 PT5M 100 null for ada",
            "READY 12:10 PT5M 200 null for nobody");
    /** Where the answer to a start is lost, whose archive it was may be guessed wrong. */
    static final List<String> TRUTH_WITHOUT_NAMES =
            TRUTH.stream().map(ScriptedArchives::nameless).toList();

    private static final Caller ADA = TestConvene.member("ada");

    private final TestConvene convene;
    private final Meeting meeting;
    private boolean crashing;
    private ArchiveId byItself = new ArchiveId("none yet");

    /** @param quick whether the report of a start is there before its answer */
    ScriptedArchives(TestConvene convene, boolean quick) {
        this.convene = convene;
        at(0);
        meeting = convene.meetings().create(ADA, NewMeeting.plain());
        convene.enter(ADA, meeting.link());
        if (quick) {
            convene.provider().whenReported(convene::deliverReports);
        }
    }

    TestConvene convene() {
        return convene;
    }

    /** The service stops after the provider has started the first archive, and before it heard of that. */
    void crashAtTheFirstStart() {
        crashing = true;
    }

    /** What the provider reports of it; quick reports are there already. */
    List<ProviderEvent> play() {
        FakeArchiver archiver = convene.provider().archives();
        ArchiveId first = crashing ? startedBeforeTheCrash() : started();
        convene.provider().whenReported(() -> {});
        at(4);
        archiver.stop(first);
        at(5);
        archiver.makeReady(first, 100);
        at(10);
        byItself = archiver.startByItself(meeting.room().id()).id();
        at(14);
        archiver.stop(byItself);
        at(15);
        archiver.makeReady(byItself, 200);
        at(20);
        ArchiveId last = started();
        at(24);
        archiver.stop(last);
        at(25);
        archiver.fail(last, "no media");
        return convene.provider().takeReports();
    }

    boolean isOfTheOneNobodyAskedFor(ProviderEvent event) {
        return event instanceof ArchiveChanged it && it.report().id().equals(byItself);
    }

    void reconcile() {
        convene.clock().advance(ArchiveReconciler.PATIENCE.plusSeconds(1));
        convene.archiveReconciler().reconcile();
    }

    List<String> archives() {
        return convene.archives().list(ADA, ArchiveQuery.all(10)).archives().stream()
                .map(ScriptedArchives::line)
                .sorted()
                .toList();
    }

    List<String> archivesWithoutNames() {
        return archives().stream().map(ScriptedArchives::nameless).toList();
    }

    private ArchiveId started() {
        return Objects.requireNonNull(convene.archives()
                .start(ADA, meeting.link(), NewArchive.plain())
                .providerId());
    }

    private ArchiveId startedBeforeTheCrash() {
        Archive requested = ExampleArchive.anArchive(meeting).addedTo(convene.stores());
        return convene.provider()
                .archives()
                .start(meeting.room().id(), requested.spec())
                .id();
    }

    private void at(int minute) {
        convene.clock().set(NOON.plus(Duration.ofMinutes(minute)));
    }

    private static String line(Archive archive) {
        ArchiveProgress progress = archive.progress();
        String by = Objects.requireNonNullElse(archive.origin().requested().by(), "nobody");
        String started = String.valueOf(progress.startedAt()).substring(11, 16);
        var reason = progress.reason();
        return "%s %s %s %s %s for %s"
                .formatted(
                        progress.status(),
                        started,
                        progress.duration(),
                        progress.sizeBytes(),
                        reason == null ? null : reason.text(),
                        by);
    }

    private static String nameless(String line) {
        return line.substring(0, line.indexOf(" for "));
    }
}
