package dev.convene.core.audit;

import dev.convene.core.archive.Archive;
import dev.convene.core.provider.StorageTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Archives, and where they go, as JSON objects. */
final class ArchiveSnapshots {

    private ArchiveSnapshots() {}

    static Map<String, @Nullable Object> of(Archive archive) {
        var progress = archive.progress();
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("id", archive.key().value());
        state.put(
                "archiveId",
                archive.providerId() == null ? null : archive.providerId().value());
        state.put("meetingLink", archive.origin().meeting().value());
        state.put("provider", archive.origin().room().provider().value());
        state.put("sessionId", archive.origin().room().id().value());
        state.put("name", archive.spec().name());
        state.put("layout", archive.spec().layout().name());
        state.put("uploadTarget", archive.storage() == null ? null : of(archive.storage()));
        state.put("status", archive.status().name());
        state.put("reason", progress.reason() == null ? null : progress.reason().text());
        state.put("startTime", Snapshots.time(progress.startedAt()));
        state.put(
                "durationSeconds",
                progress.duration() == null ? null : progress.duration().toSeconds());
        state.put("sizeBytes", progress.sizeBytes());
        state.put("createdBy", archive.origin().requested().by());
        state.put("createdOn", Snapshots.time(archive.origin().requested().at()));
        return state;
    }

    /** No secrets are in it: these are in the provider's settings. */
    static Map<String, @Nullable Object> of(StorageTarget target) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        switch (target) {
            case StorageTarget.S3 it -> {
                state.put("name", "AWSS3");
                state.put("bucket", it.bucket());
                state.put("region", it.region());
                state.put(
                        "endpoint", it.endpoint() == null ? null : it.endpoint().toString());
            }
            case StorageTarget.Azure it -> {
                state.put("name", "AZURE");
                state.put("accountName", it.accountName());
                state.put("domain", it.domain());
            }
        }
        state.put("keptOnFailure", target.keptOnFailure());
        return state;
    }
}
