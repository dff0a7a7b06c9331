package dev.convene.starter.security;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.Participant;
import dev.convene.starter.security.Refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of an access token, as the predecessor's organisations write them. */
record CallerClaims(Map<String, Object> claims) {

    /** A token that names nobody is still somebody's who holds the secret. */
    private static final String NOBODY = "anonymous";

    CallerAuthentication authentication(@Nullable Instant expiresAt) throws Refused {
        Set<String> permissions = permissions();
        var caller = new Caller(tenant(), id(), name(), permissions.contains(Permission.END_MEETING.key()));
        return new CallerAuthentication(caller, permissions, expiresAt);
    }

    /** When the password behind the token ends, if the token says: milliseconds, or ISO-8601. */
    Optional<Instant> passwordExpiry() throws Refused {
        Object claim = claims.get("passwordExpiryTime");
        try {
            return switch (claim) {
                case null -> Optional.empty();
                case Number millis -> Optional.of(Instant.ofEpochMilli(millis.longValue()));
                default -> Optional.of(Instant.parse(claim.toString()));
            };
        } catch (DateTimeException e) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
    }

    private TenantId tenant() throws Refused {
        Optional<String> tenant = text("tenantId");
        if (tenant.filter(it -> it.length() > TenantId.MAX_LENGTH).isPresent()) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        return tenant.map(TenantId::new).orElse(TenantId.DEFAULT);
    }

    private String id() throws Refused {
        String id = Stream.of("userTenantId", "id", "sub")
                .map(this::text)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(NOBODY);
        if (id.length() > HostUser.MAX_ID_LENGTH) {
            throw new Refused(Refusal.TOKEN_INVALID);
        }
        return id;
    }

    private String name() throws Refused {
        String full = Stream.of("firstName", "lastName")
                .map(this::text)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String name = !full.isEmpty()
                ? full
                : Stream.of("username", "name", "preferred_username", "identifier")
                        .map(this::text)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(id());
        return name.length() <= Participant.MAX_NAME_LENGTH ? name : name.substring(0, Participant.MAX_NAME_LENGTH);
    }

    /** Only an array counts: {@code "*"} or a single string grants nothing. */
    private Set<String> permissions() {
        var permissions = new HashSet<String>();
        if (claims.get("permissions") instanceof Collection<?> listed) {
            listed.forEach(it -> {
                if (it instanceof String key) {
                    permissions.add(key);
                }
            });
        }
        return Set.copyOf(permissions);
    }

    /** A string or a number, as text; empty if it is absent, blank or anything else. */
    private Optional<String> text(String claim) {
        return claims.get(claim) instanceof Object value && (value instanceof String || value instanceof Number)
                ? Optional.of(value.toString().strip()).filter(it -> !it.isEmpty())
                : Optional.empty();
    }
}
