package dev.convene.starter.jdbc;

import java.util.Set;

/** The indexes that the migrations make; a new one is added here, and the query that it is for to the test. */
final class ExpectedIndexes {

    /** What the migrations make beyond primary keys; the unique ones, {@code …_key}, also keep duplicates out. */
    static final Set<String> USED = Set.of(
            "convene_meeting_link_key",
            "convene_meeting_provider_room_key",
            "convene_meeting_of_tenant",
            "convene_meeting_of_external_id",
            "convene_meeting_of_tenant_live",
            "convene_meeting_overdue",
            "convene_meeting_to_close",
            "convene_room_provider_room_key",
            "convene_room_of_meeting",
            "convene_visit_room_id_connection_id_key",
            "convene_visit_connection",
            "convene_visit_open",
            "convene_event_provider_event_id_key",
            "convene_event_of_room",
            "convene_removal_of_meeting",
            "convene_archive_archive_key_key",
            "convene_archive_provider_id_provider_key",
            "convene_archive_of_tenant",
            "convene_archive_of_meeting",
            "convene_archive_of_room",
            "convene_archive_unsettled",
            "convene_idempotency_key_age");

    /** Of what is asked elsewhere, or only keeps duplicates out. */
    static final Set<String> OTHERS = Set.of(
            "convene_adopted_ours",
            "convene_revoked_token_over",
            "convene_audit_outbox_number_key",
            "convene_audit_log_id_key",
            "convene_audit_log_of_tenant",
            "convene_audit_log_of_entity",
            "convene_audit_log_of_actor");

    private ExpectedIndexes() {}
}
