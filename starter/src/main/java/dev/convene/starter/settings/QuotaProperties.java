package dev.convene.starter.settings;

import dev.convene.core.meeting.Quota;
import dev.convene.core.meeting.TenantId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of the service each tenant may use.
 *
 * @param liveMeetings the most meetings of a tenant that have been started and not ended; without it there is no limit
 * @param participants the most people connected in all meetings of a tenant; without it there is no limit
 * @param tenants other limits for single tenants, by their id
 */
@ConfigurationProperties("convene.quotas")
public record QuotaProperties(
        @Nullable @Min(1) Integer liveMeetings,
        @Nullable @Min(1) Integer participants,
        @DefaultValue Map<String, @Valid OfTenant> tenants) {

    /**
     * The limits of one tenant.
     *
     * @param liveMeetings in place of the limit for all
     * @param participants in place of the limit for all
     */
    public record OfTenant(
            @Nullable @Min(1) Integer liveMeetings,
            @Nullable @Min(1) Integer participants) {}

    /** What the tenant may use. */
    public Quota of(TenantId tenant) {
        OfTenant own = tenants.get(tenant.value());
        return own == null
                ? quota(liveMeetings, participants)
                : quota(first(own.liveMeetings(), liveMeetings), first(own.participants(), participants));
    }

    private static @Nullable Integer first(@Nullable Integer own, @Nullable Integer general) {
        return own != null ? own : general;
    }

    private static Quota quota(@Nullable Integer liveMeetings, @Nullable Integer participants) {
        return new Quota(
                liveMeetings == null ? Integer.MAX_VALUE : liveMeetings,
                participants == null ? Integer.MAX_VALUE : participants);
    }
}
