package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.ExpiryInThePast;
import dev.convene.core.meeting.MeetingProblem.GuestsNotAllowed;
import dev.convene.core.meeting.MeetingProblem.IdentityTooLong;
import dev.convene.core.meeting.MeetingProblem.NotModerator;
import dev.convene.core.meeting.MeetingProblem.NotOffered;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets people in. The role is decided here, never by who asks. Thread-safe. */
public final class JoinService {

    private final Meetings meetings;
    private final Providers providers;
    private final RoomOpener rooms;
    private final JoinPolicy policy;
    private final QuotaGate gate;
    private final Hooks hooks;
    private final Clock clock;

    public JoinService(MeetingStores stores, Providers providers, MeetingRules rules, Clock clock) {
        this.meetings = stores.meetings();
        this.providers = providers;
        this.rooms = new RoomOpener(meetings, providers, new RoomCloser(meetings, providers, clock));
        this.policy = rules.joinPolicy();
        this.gate = new QuotaGate(stores.usage(), rules.quotas());
        this.hooks = rules.hooks();
        this.clock = clock;
    }

    public JoinPolicy policy() {
        return policy;
    }

    /** A token for whom the caller names: a host application asks for its own users. */
    public Admission issueToken(Caller caller, MeetingLink link, TokenRequest request) {
        Instant now = clock.instant();
        request.expiresAt().filter(expiry -> !expiry.isAfter(now)).ifPresent(past -> {
            throw new ExpiryInThePast();
        });
        String identity = request.identity().orElse(caller.id());
        Role role = request.role().orElse(Role.PUBLISHER);
        Meeting meeting = enter(caller.tenant(), link, new Stamp(caller.id(), now), it -> {
            requireAllowed(caller, it, role);
            requireOffered(it, identity, role);
        });
        String name = request.name().orElse(request.identity().orElse(caller.name()));
        Instant expiry = expiry(meeting, now, request.expiresAt().orElse(now.plus(policy.tokenLife())));
        return admit(meeting, new Grant(new Participant(identity, name), role, now, expiry));
    }

    /** The meeting behind a link, for someone who has nothing but the link. */
    public Meeting look(MeetingLink link) {
        return meetings.findByLink(link).orElseThrow(() -> new Unknown(link));
    }

    /** Lets in whoever opens the link: a signed-in person of the meeting's tenant as themselves, anybody else as a guest. */
    public Admission join(MeetingLink link, Visitor visitor) {
        Instant now = clock.instant();
        Meeting found = look(link);
        Optional<Caller> member = visitor.memberOf(found.tenant());
        String identity = member.map(Caller::id).orElseGet(() -> visitor.guestIdentity(link));
        Meeting meeting = enter(found.tenant(), link, new Stamp(identity, now), it -> {
            requireAllowed(member, it);
            requireOffered(it, identity, Role.PUBLISHER);
        });
        Role role = member.filter(meeting::isModeratedBy).isPresent() ? Role.MODERATOR : Role.PUBLISHER;
        Instant expiry = expiry(meeting, now, now.plus(policy.tokenLife()));
        return admit(meeting, new Grant(new Participant(identity, visitor.name()), role, now, expiry));
    }

    /**
     * Notes the join, once the room is known to be there, the tenant's quota allows for it and the hooks before a start do: in
     * one step where none of them has to be asked. Neither the provider nor a hook is ever asked within a change.
     */
    private Meeting enter(TenantId tenant, MeetingLink link, Stamp by, Consumer<Meeting> rules) {
        boolean limited = gate.limits(tenant);
        Meeting seen = meetings.change(tenant, link, it -> {
            rules.accept(it);
            it.requireOpen(by.at(), policy);
            return !limited && isReady(it) ? it.join(by, policy) : it;
        });
        if (!limited && isReady(seen)) {
            return seen;
        }
        if (seen.history().startedAt() == null) {
            hooks.before(it -> it.beforeStart(seen, by));
        }
        if (!rooms.isCertainlyOpen(seen)) {
            gate.requireRoomFor(seen);
            rooms.open(seen, by);
        }
        Supplier<Meeting> join = () -> meetings.change(tenant, link, it -> it.join(by, policy));
        return limited ? gate.oneAtATime(tenant, () -> current(tenant, link), join) : join.get();
    }

    private Meeting current(TenantId tenant, MeetingLink link) {
        return meetings.find(tenant, link).orElseThrow(() -> new Unknown(link));
    }

    private boolean isReady(Meeting meeting) {
        return rooms.isCertainlyOpen(meeting)
                && (hooks.isEmpty() || meeting.history().startedAt() != null);
    }

    private static void requireAllowed(Optional<Caller> member, Meeting meeting) {
        if (member.isEmpty() && !meeting.options().guestsAllowed()) {
            throw new GuestsNotAllowed();
        }
    }

    private static void requireAllowed(Caller caller, Meeting meeting, Role role) {
        if (role == Role.MODERATOR && !meeting.isModeratedBy(caller)) {
            throw new NotModerator();
        }
    }

    private void requireOffered(Meeting meeting, String identity, Role role) {
        Capabilities offered = providers.named(meeting.provider()).capabilities();
        boolean limited = role == Role.SUBSCRIBER || role == Role.PUBLISHER_ONLY;
        if (limited && !offered.has(Capability.ROLES)) {
            throw new NotOffered(meeting.provider(), Capability.ROLES);
        }
        if (identity.length() > offered.maxIdentityLength()) {
            throw new IdentityTooLong(meeting.provider(), offered.maxIdentityLength());
        }
    }

    private Admission admit(Meeting meeting, Grant grant) {
        var token =
                providers.named(meeting.provider()).issueToken(meeting.room().id(), grant);
        return new Admission(meeting, grant, token);
    }

    private Instant expiry(Meeting meeting, Instant now, Instant wished) {
        Instant latest = earliest(wished, now.plus(policy.maxTokenLife()));
        Instant end = meeting.schedule().endsAt();
        return end == null ? latest : earliest(latest, end);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
