package dev.convene.starter.jdbc;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a migration did, or a dry run says it would do.
 *
 * @param migrations versions with their names, in order
 * @param adoption null if the predecessor's tables are not there, or not to be adopted
 */
public record MigrationReport(
        List<String> migrations, @Nullable AdoptionReport adoption) {

    /** Whether anything has changed, or would. */
    public boolean isChange() {
        return !migrations.isEmpty() || adoption != null && adoption.isChange();
    }

    /** For people. */
    public List<String> lines() {
        String first = migrations.isEmpty()
                ? "Migrations: none, the tables are up to date"
                : "Migrations: " + String.join(", ", migrations);
        return Stream.concat(Stream.of(first), adoption == null ? Stream.empty() : adoption.lines().stream())
                .toList();
    }
}
