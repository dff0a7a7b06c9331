package dev.convene.starter.security;

import dev.convene.core.meeting.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Someone whose token was verified. The principal is the {@link Caller}; each permission is an authority. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final Set<String> permissions;
    private final @Nullable Instant expiresAt;

    CallerAuthentication(Caller caller, Set<String> permissions, @Nullable Instant expiresAt) {
        super(authorities(permissions));
        this.caller = caller;
        this.permissions = permissions;
        this.expiresAt = expiresAt;
        setAuthenticated(true);
    }

    boolean holds(Permission permission) {
        return permissions.contains(permission.key());
    }

    Set<String> permissions() {
        return permissions;
    }

    /** When the token ends; null for one that does not say. */
    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.id();
    }

    /** The token is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    private static Collection<GrantedAuthority> authorities(Set<String> permissions) {
        return permissions.stream()
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
