package dev.convene.core.meeting;

/** What each tenant may use. A host application may bring its own, from its plans. */
@FunctionalInterface
public interface Quotas {

    Quotas NONE = tenant -> Quota.UNLIMITED;

    Quota of(TenantId tenant);
}
