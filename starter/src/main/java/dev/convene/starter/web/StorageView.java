package dev.convene.starter.web;

import dev.convene.core.provider.StorageTarget;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an archive's files are, in the members by which that was set. */
@Schema(name = "Storage")
record StorageView(
        String name,
        @Nullable String bucket,
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable String accountName,
        @Nullable String domain) {

    static @Nullable StorageView of(@Nullable StorageTarget target) {
        return switch (target) {
            case null -> null;
            case StorageTarget.S3 it ->
                new StorageView(
                        "AWSS3",
                        it.bucket(),
                        it.region(),
                        it.endpoint() == null ? null : it.endpoint().toString(),
                        null,
                        null);
            case StorageTarget.Azure it -> new StorageView("AZURE", null, null, null, it.accountName(), it.domain());
        };
    }
}
