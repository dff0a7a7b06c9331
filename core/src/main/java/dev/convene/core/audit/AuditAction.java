package dev.convene.core.audit;

/** What was done to a record; the names are those of {@code @sourceloop/audit-log}. */
public enum AuditAction {
    INSERT_ONE,
    INSERT_MANY,
    UPDATE_ONE,
    UPDATE_MANY,
    DELETE_ONE,
    DELETE_MANY
}
