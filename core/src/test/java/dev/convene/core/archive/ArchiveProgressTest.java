package dev.convene.core.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ArchiveProgressTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final List<ArchiveProgress> REPORTS = reports();

    @Test
    void itDoesNotMatterWhichOfTwoReportsComesFirst() {
        for (ArchiveProgress one : REPORTS) {
            for (ArchiveProgress other : REPORTS) {
                assertThat(one.merge(other)).isEqualTo(other.merge(one));
            }
        }
    }

    @Test
    void itDoesNotMatterWhichOfThreeReportsAreMergedFirst() {
        for (ArchiveProgress a : REPORTS) {
            for (ArchiveProgress b : REPORTS) {
                for (ArchiveProgress c : REPORTS) {
                    assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
                }
            }
        }
    }

    @Test
    void aReportThatComesTwiceChangesNothing() {
        for (ArchiveProgress one : REPORTS) {
            assertThat(one.merge(one)).isEqualTo(one);
            for (ArchiveProgress other : REPORTS) {
                assertThat(one.merge(other).merge(other)).isEqualTo(one.merge(other));
            }
        }
    }

    @Test
    void anArchiveNeverGoesBack() {
        var ready = of(ArchiveStatus.READY, new Facts(NOON, Duration.ofMinutes(3), 7L, null), 0);
        var late = of(ArchiveStatus.ACTIVE, Facts.NONE, 60);

        ArchiveProgress merged = ready.merge(late);

        assertThat(merged.status()).isEqualTo(ArchiveStatus.READY);
        assertThat(merged.sizeBytes()).isEqualTo(7);
        assertThat(merged.changedAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void whatWasGivenUpAndTurnsUpAllTheSameIsReadyAndWhatIsDeletedStaysSo() {
        var failed = of(ArchiveStatus.FAILED, Facts.NONE, 0);
        var ready = of(ArchiveStatus.READY, Facts.NONE, 1);
        var deleted = of(ArchiveStatus.DELETED, Facts.NONE, 2);

        assertThat(failed.merge(ready).status()).isEqualTo(ArchiveStatus.READY);
        assertThat(deleted.merge(ready).status()).isEqualTo(ArchiveStatus.DELETED);
    }

    @Test
    void theReasonIsTheOneOfTheLatestStatusThatHasOne() {
        var stopping = of(ArchiveStatus.STOPPING, new Facts(null, null, null, "user initiated"), 5);
        var failed = of(ArchiveStatus.FAILED, new Facts(null, null, null, "a disk was full"), 1);
        var uploading = of(ArchiveStatus.UPLOADING, Facts.NONE, 9);

        assertThat(reason(stopping.merge(uploading))).isEqualTo("user initiated");
        assertThat(reason(stopping.merge(uploading).merge(failed))).isEqualTo("a disk was full");
    }

    private static String reason(ArchiveProgress progress) {
        return Objects.requireNonNull(progress.reason()).text();
    }

    /** Of every status, without facts and with some that contradict one another. */
    private static List<ArchiveProgress> reports() {
        var reports = new ArrayList<ArchiveProgress>();
        for (ArchiveStatus status : ArchiveStatus.values()) {
            long n = status.ordinal();
            reports.add(of(status, Facts.NONE, n));
            reports.add(
                    of(status, new Facts(NOON.minusSeconds(n), Duration.ofSeconds(9 - n), n * 100, "r" + n), 9 - n));
            reports.add(of(status, new Facts(null, Duration.ofSeconds(n), 900 - n, "s" + n), n));
        }
        return reports;
    }

    private static ArchiveProgress of(ArchiveStatus status, Facts facts, long seconds) {
        return ArchiveProgress.of(status, facts, NOON.plusSeconds(seconds));
    }
}
