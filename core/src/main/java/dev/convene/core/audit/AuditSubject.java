package dev.convene.core.audit;

import dev.convene.core.meeting.TenantId;

/**
 * What was changed.
 *
 * @param actedOn the kind of record, named as the predecessor names its model
 * @param actionKey the predecessor's name for the entries of one repository, such as {@code Video_Chat_Session_Logs}, and
 *     names in its manner for what it does not record
 * @param entityId which record: a meeting's link, a visit's connection, an archive's key, a token's fingerprint
 */
public record AuditSubject(TenantId tenant, String actedOn, String actionKey, String entityId) {

    public static AuditSubject meeting(TenantId tenant, String link) {
        return new AuditSubject(tenant, "video_session_details", "Video_Chat_Session_Logs", link);
    }

    /** @param fingerprint of the token, which itself is nowhere */
    public static AuditSubject revokedToken(TenantId tenant, String fingerprint) {
        return new AuditSubject(tenant, "revoked_tokens", "Revoked_Token_Logs", fingerprint);
    }

    public static AuditSubject visit(TenantId tenant, String connection) {
        return new AuditSubject(tenant, "session_attendees", "Session_Attendees_Logs", connection);
    }

    public static AuditSubject archive(TenantId tenant, String key) {
        return new AuditSubject(tenant, "session_archives", "Session_Archives_Logs", key);
    }

    public static AuditSubject storageTarget(TenantId tenant, String provider) {
        return new AuditSubject(tenant, "storage_targets", "Storage_Targets_Logs", provider);
    }
}
