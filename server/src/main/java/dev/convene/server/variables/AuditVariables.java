package dev.convene.server.variables;

import java.util.List;
import java.util.Map;

/** The audit log. */
final class AuditVariables {

    private static final String SOURCE = "convene.audit.datasource.";
    private static final String URL = SOURCE + "url";

    static final VariableGroup GROUP = VariableGroup.of(
            "The audit log",
            Variable.of(
                    "ADD_AUDIT_LOG_MIXIN",
                    "convene.audit.enabled",
                    "`true` or `false`: whether every change is recorded",
                    Values::bool),
            new Variable(
                    "AUDIT_DB_HOST",
                    List.of(URL),
                    "a database for the log, as `DB_HOST`; without it the log is in the service's",
                    (text, environment) -> Map.of(URL, DatabaseAddress.of("AUDIT_DB_", environment))),
            Variable.partOf(URL, "AUDIT_DB_PORT", "`5432` without it", Values.port(1)),
            Variable.partOf(URL, "AUDIT_DB_DATABASE", "`postgres` without it", Values::text),
            Variable.partOf(URL, "AUDIT_DB_SCHEMA", "the user's own, or `public`, without it", Values::text),
            Variable.of("AUDIT_DB_USER", SOURCE + "username", "who connects", Values::text),
            Variable.of("AUDIT_DB_PASSWORD", SOURCE + "password", "their password", Values::text));

    private AuditVariables() {}
}
