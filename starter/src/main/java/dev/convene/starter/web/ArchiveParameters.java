package dev.convene.starter.web;

import dev.convene.core.archive.ArchiveQuery;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.provider.ArchiveStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** The query string of {@code GET /archives}. */
final class ArchiveParameters {

    private ArchiveParameters() {}

    static ArchiveQuery read(Map<String, String> parameters) {
        return new ArchiveQuery(
                ListParameters.text(parameters, "meeting", MeetingLink.MAX_LENGTH)
                        .map(MeetingLink::new),
                ListParameters.text(parameters, "status").map(ArchiveParameters::status),
                ListParameters.text(parameters, "cursor").map(Cursor::archive),
                ListParameters.text(parameters, "limit")
                        .map(it -> ListParameters.limit(it, ArchiveQuery.MAX_LIMIT))
                        .orElse(ArchiveQuery.MAX_LIMIT));
    }

    private static ArchiveStatus status(String text) {
        return Arrays.stream(ArchiveStatus.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> ListParameters.invalid(
                        "status is one of requested, starting, active, stopping, uploading, failed, ready, expired."));
    }
}
