package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.QuotaExceeded;
import java.util.function.Supplier;

/** Lets people in only as far as their tenant's quota goes. Costs nothing for a tenant without one. */
final class QuotaGate {

    private final TenantUsage usage;
    private final Quotas quotas;

    QuotaGate(TenantUsage usage, Quotas quotas) {
        this.usage = usage;
        this.quotas = quotas;
    }

    boolean limits(TenantId tenant) {
        return quotas.of(tenant).isLimited();
    }

    /** @throws QuotaExceeded if one more person in this meeting is too much */
    void requireRoomFor(Meeting meeting) {
        Quota quota = quotas.of(meeting.tenant());
        boolean starts = meeting.history().startedAt() == null;
        if (starts && usage.liveMeetings(meeting.tenant()) >= quota.liveMeetings()) {
            throw new QuotaExceeded(QuotaExceeded.Of.LIVE_MEETINGS, quota.liveMeetings());
        }
        if (usage.participants(meeting.tenant()) >= quota.participants()) {
            throw new QuotaExceeded(QuotaExceeded.Of.PARTICIPANTS, quota.participants());
        }
    }

    /** As {@link #requireRoomFor}, and then the join, while nobody else of the tenant is let in. */
    Meeting oneAtATime(TenantId tenant, Supplier<Meeting> current, Supplier<Meeting> join) {
        var joined = new Meeting[1];
        usage.oneAtATime(tenant, () -> {
            requireRoomFor(current.get());
            joined[0] = join.get();
        });
        return joined[0];
    }
}
