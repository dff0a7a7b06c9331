package dev.convene.starter.jdbc;

import java.util.List;

/** The tables are not as this version needs them, and the settings forbid to change them. */
public final class SchemaNotCurrentException extends RuntimeException {

    private final List<String> missing;

    SchemaNotCurrentException(List<String> missing) {
        super("The database lacks the migrations " + String.join(", ", missing));
        this.missing = missing;
    }

    /** Versions with their names, in order. */
    public List<String> missing() {
        return missing;
    }
}
