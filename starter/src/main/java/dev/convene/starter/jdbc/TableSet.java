package dev.convene.starter.jdbc;

/** Tables that are made together, with a history of their own. */
enum TableSet {
    SERVICE("migrations", "convene_schema_history"),

    /** May be in a database of its own. */
    AUDIT_LOG("audit-log", "convene_audit_schema_history");

    private final String folder;
    private final String history;

    TableSet(String folder, String history) {
        this.folder = folder;
        this.history = history;
    }

    /** Where the migrations lie, in a folder for each dialect. */
    String folder() {
        return folder;
    }

    /** The table that says which were run. */
    String history() {
        return history;
    }
}
