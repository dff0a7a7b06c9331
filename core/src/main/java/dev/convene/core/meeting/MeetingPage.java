package dev.convene.core.meeting;

import java.util.List;
import java.util.Optional;

/** One page of meetings, and where the next begins if there is one. */
public record MeetingPage(List<Meeting> meetings, Optional<MeetingQuery.Position> next) {

    /** A page of {@code limit} out of one meeting more than that, by which a next page is known. */
    public static MeetingPage of(List<Meeting> oneMore, int limit) {
        if (oneMore.size() <= limit) {
            return new MeetingPage(List.copyOf(oneMore), Optional.empty());
        }
        List<Meeting> page = List.copyOf(oneMore.subList(0, limit));
        return new MeetingPage(page, Optional.of(MeetingQuery.Position.of(page.getLast())));
    }
}
