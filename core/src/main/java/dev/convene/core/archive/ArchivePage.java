package dev.convene.core.archive;

import dev.convene.core.archive.ArchiveQuery.Position;
import java.util.List;
import java.util.Optional;

/** One page of archives, and where the next begins if there is one. */
public record ArchivePage(List<Archive> archives, Optional<Position> next) {

    /** A page of {@code limit} out of one archive more than that, by which a next page is known. */
    public static ArchivePage of(List<Archive> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new ArchivePage(List.copyOf(oneMore), Optional.empty());
        }
        List<Archive> page = List.copyOf(oneMore.subList(0, limit));
        return new ArchivePage(page, Optional.of(Position.of(page.getLast())));
    }
}
