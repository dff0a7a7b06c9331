package dev.convene.starter.jdbc;

import dev.convene.core.provider.StorageTarget;
import java.net.URI;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A storage target as the JSON of a column, both ways, for every store on these tables. Thread-safe. */
public final class StorageRows {

    private final JsonMapper json;

    public StorageRows(JsonMapper json) {
        this.json = json;
    }

    public String column(StorageTarget target) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        switch (target) {
            case StorageTarget.S3 it -> {
                members.put("kind", "s3");
                members.put("bucket", it.bucket());
                members.put("region", it.region());
                members.put(
                        "endpoint", it.endpoint() == null ? null : it.endpoint().toString());
            }
            case StorageTarget.Azure it -> {
                members.put("kind", "azure");
                members.put("accountName", it.accountName());
                members.put("domain", it.domain());
            }
        }
        members.put("keptOnFailure", target.keptOnFailure());
        return json.writeValueAsString(members);
    }

    @Nullable
    String nullableColumn(@Nullable StorageTarget target) {
        return target == null ? null : column(target);
    }

    public StorageTarget target(String column) {
        JsonNode target = json.readTree(column);
        boolean kept = target.get("keptOnFailure").booleanValue();
        String endpoint = text(target, "endpoint");
        return switch (target.get("kind").stringValue()) {
            case "s3" ->
                new StorageTarget.S3(
                        target.get("bucket").stringValue(),
                        text(target, "region"),
                        endpoint == null ? null : URI.create(endpoint),
                        kept);
            case "azure" ->
                new StorageTarget.Azure(target.get("accountName").stringValue(), text(target, "domain"), kept);
            default -> throw new IllegalStateException("Unknown storage: " + column);
        };
    }

    @Nullable
    StorageTarget nullableTarget(@Nullable String column) {
        return column == null ? null : target(column);
    }

    private static @Nullable String text(JsonNode target, String member) {
        return target.path(member).stringValue(null);
    }
}
