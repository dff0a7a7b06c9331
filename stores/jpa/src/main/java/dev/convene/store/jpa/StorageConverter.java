package dev.convene.store.jpa;

import dev.convene.core.provider.StorageTarget;
import dev.convene.starter.jdbc.StorageRows;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A storage target as the starter's own store writes it. */
@Converter
class StorageConverter implements AttributeConverter<@Nullable StorageTarget, @Nullable String> {

    private final StorageRows rows = new StorageRows(JsonMapper.shared());

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable StorageTarget target) {
        return target == null ? null : rows.column(target);
    }

    @Override
    public @Nullable StorageTarget convertToEntityAttribute(@Nullable String column) {
        return column == null ? null : rows.target(column);
    }
}
