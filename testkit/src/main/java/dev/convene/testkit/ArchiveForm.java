package dev.convene.testkit;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveReport.Facts;
import dev.convene.core.provider.ArchiveStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An archive's report as the fields of a form, both ways. */
final class ArchiveForm {

    private ArchiveForm() {}

    static void put(Map<String, String> fields, ArchiveReport report) {
        fields.put("archive", report.id().value());
        fields.put("status", report.status().name());
        Facts facts = report.facts();
        Optional.ofNullable(facts.startedAt()).ifPresent(it -> fields.put("startedAt", it.toString()));
        Optional.ofNullable(facts.duration()).ifPresent(it -> fields.put("duration", it.toString()));
        Optional.ofNullable(facts.sizeBytes()).ifPresent(it -> fields.put("sizeBytes", it.toString()));
        Optional.ofNullable(facts.reason()).ifPresent(it -> fields.put("reason", it));
    }

    static ArchiveReport read(Map<String, String> fields) {
        return new ArchiveReport(
                new ArchiveId(EventForm.field(fields, "archive")),
                EventForm.room(fields),
                ArchiveStatus.valueOf(EventForm.field(fields, "status")),
                new Facts(
                        Optional.ofNullable(fields.get("startedAt"))
                                .map(Instant::parse)
                                .orElse(null),
                        Optional.ofNullable(fields.get("duration"))
                                .map(Duration::parse)
                                .orElse(null),
                        Optional.ofNullable(fields.get("sizeBytes"))
                                .map(Long::valueOf)
                                .orElse(null),
                        fields.get("reason")));
    }
}
