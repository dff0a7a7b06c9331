package dev.convene.store.jpa;

import java.util.Locale;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/** Keeps Hibernate's schema tools ({@code ddl-auto}) away from Convene's tables, which migrations make. */
final class MigratedTables implements SchemaFilterProvider {

    private static final SchemaFilter NOT_OURS = new SchemaFilter() {

        @Override
        public boolean includeNamespace(Namespace namespace) {
            return true;
        }

        @Override
        public boolean includeTable(Table table) {
            return !table.getName().toLowerCase(Locale.ROOT).startsWith("convene_");
        }

        @Override
        public boolean includeSequence(Sequence sequence) {
            return true;
        }
    };

    @Override
    public SchemaFilter getCreateFilter() {
        return NOT_OURS;
    }

    @Override
    public SchemaFilter getDropFilter() {
        return NOT_OURS;
    }

    @Override
    public SchemaFilter getTruncatorFilter() {
        return NOT_OURS;
    }

    @Override
    public SchemaFilter getMigrateFilter() {
        return NOT_OURS;
    }

    @Override
    public SchemaFilter getValidateFilter() {
        return NOT_OURS;
    }
}
