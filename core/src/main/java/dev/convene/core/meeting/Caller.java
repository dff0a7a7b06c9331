package dev.convene.core.meeting;

/**
 * Who asks, as the access token says.
 *
 * @param id the person ({@code userTenantId}, else {@code id}, of the token)
 * @param name what other people see of them
 * @param moderator holds the permission to moderate every meeting of the tenant
 */
public record Caller(TenantId tenant, String id, String name, boolean moderator) {}
