package dev.convene.starter.security;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.Participant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A user of the application that embeds Convene.
 *
 * @param tenant whose meetings they see; {@link TenantId#DEFAULT} in an application that has no tenants
 * @param id the same for the same person at all times, 255 characters at most: it is kept with what they do
 * @param name what other people see of them in a meeting; cut if it is too long
 * @param permissions what they may do through the API; {@link Permission#END_MEETING} makes them moderate every meeting of
 *     the tenant, and who creates a meeting moderates it anyway
 */
public record HostUser(TenantId tenant, String id, String name, Set<Permission> permissions) {

    /** The longest id that the tables keep. */
    static final int MAX_ID_LENGTH = 255;

    public HostUser {
        if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException("A user's id has 1 to " + MAX_ID_LENGTH + " characters");
        }
        name = name.length() <= Participant.MAX_NAME_LENGTH ? name : name.substring(0, Participant.MAX_NAME_LENGTH);
        permissions = Set.copyOf(permissions);
    }

    /** A user of an application that has no tenants. */
    public static HostUser of(String id, String name, Permission... permissions) {
        return new HostUser(TenantId.DEFAULT, id, name, Set.of(permissions));
    }

    /** Who they are to the services of {@code convene-core}, for calls from within the application. */
    public Caller caller() {
        return new Caller(tenant, id, name, permissions.contains(Permission.END_MEETING));
    }

    CallerAuthentication authentication() {
        Set<String> keys = permissions.stream().map(Permission::key).collect(Collectors.toUnmodifiableSet());
        return new CallerAuthentication(caller(), keys, null);
    }
}
