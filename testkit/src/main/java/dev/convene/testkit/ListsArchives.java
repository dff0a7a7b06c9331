package dev.convene.testkit;

import static dev.convene.testkit.ExampleArchive.anArchive;
import static dev.convene.testkit.ExampleMeeting.OTHER_TENANT;
import static dev.convene.testkit.ExampleMeeting.TENANT;
import static dev.convene.testkit.ExampleMeeting.aMeeting;
import static dev.convene.testkit.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.provider.ArchiveStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A tenant's archives are listed in pages that neither skip nor repeat. */
interface ListsArchives {

    Stores stores();

    @Test
    default void theLatestRequestedComesFirst() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive first = anArchive(meeting).requestedAt(NOON).addedTo(stores());
        Archive third = anArchive(meeting).requestedAt(NOON.plusSeconds(2)).addedTo(stores());
        Archive second = anArchive(meeting).requestedAt(NOON.plusSeconds(1)).addedTo(stores());

        assertThat(list(ArchiveQuery.all(10)).archives()).containsExactly(third, second, first);
    }

    @Test
    default void aTenantSeesNoArchiveButItsOwn() {
        Archive own = anArchive(aMeeting().of(TENANT).addedTo(stores())).addedTo(stores());
        anArchive(aMeeting().of(OTHER_TENANT).addedTo(stores())).addedTo(stores());

        assertThat(list(ArchiveQuery.all(10)).archives()).containsExactly(own);
    }

    @Test
    default void noArchiveIsListedWhereNoneIs() {
        assertThat(list(ArchiveQuery.all(10))).isEqualTo(new ArchivePage(List.of(), Optional.empty()));
    }

    @Test
    default void theyAreToldApartByMeetingAndByStatus() {
        Meeting meeting = aMeeting().addedTo(stores());
        Archive ready =
                anArchive(meeting).reported("ready", ArchiveStatus.READY).addedTo(stores());
        Archive failed =
                anArchive(meeting).reported("failed", ArchiveStatus.FAILED).addedTo(stores());
        Archive elsewhere = anArchive(aMeeting().addedTo(stores()))
                .reported("other", ArchiveStatus.READY)
                .addedTo(stores());

        var ofMeeting = new ArchiveQuery(Optional.of(meeting.link()), Optional.empty(), Optional.empty(), 10);
        var readyOnes = new ArchiveQuery(Optional.empty(), Optional.of(ArchiveStatus.READY), Optional.empty(), 10);
        var both =
                new ArchiveQuery(Optional.of(meeting.link()), Optional.of(ArchiveStatus.READY), Optional.empty(), 10);

        assertThat(list(ofMeeting).archives()).containsExactlyInAnyOrder(ready, failed);
        assertThat(list(readyOnes).archives()).containsExactlyInAnyOrder(ready, elsewhere);
        assertThat(list(both).archives()).containsExactly(ready);
    }

    @Test
    default void deletedOnesAreKeptAndNotListed() {
        Archive deleted = anArchive(aMeeting().addedTo(stores()))
                .reported("gone", ArchiveStatus.DELETED)
                .addedTo(stores());

        assertThat(list(ArchiveQuery.all(10)).archives()).isEmpty();
        assertThat(stores().archives().find(TENANT, "gone")).contains(deleted);
    }

    @Test
    default void pagesOfArchivesNeitherSkipNorRepeatWhileSomeComeAndGo() {
        Meeting meeting = aMeeting().addedTo(stores());
        List<Archive> there = IntStream.range(0, 23)
                .mapToObj(i ->
                        anArchive(meeting).requestedAt(NOON.plusSeconds(i / 3)).addedTo(stores()))
                .toList();

        var listed = new ArrayList<Archive>();
        Optional<ArchiveQuery> next = Optional.of(ArchiveQuery.all(4));
        while (next.isPresent()) {
            ArchivePage page = list(next.get());
            listed.addAll(page.archives());
            anArchive(meeting).requestedAt(NOON.plusSeconds(1_000)).addedTo(stores());
            stores().archives().remove(page.archives().getFirst().key());
            next = page.next().map(next.get()::after);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
    }

    private ArchivePage list(ArchiveQuery query) {
        return stores().archives().list(TENANT, query);
    }
}
