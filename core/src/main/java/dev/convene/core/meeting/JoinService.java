package dev.convene.core.meeting;

import dev.convene.core.meeting.MeetingProblem.ExpiryInThePast;
import dev.convene.core.meeting.MeetingProblem.GuestsNotAllowed;
import dev.convene.core.meeting.MeetingProblem.NotModerator;
import dev.convene.core.meeting.MeetingProblem.Unknown;
import dev.convene.core.provider.Grant;
import dev.convene.core.provider.Participant;
import dev.convene.core.provider.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Lets people in. The role is decided here, never by who asks. Thread-safe. */
public final class JoinService {

    private final Meetings meetings;
    private final Providers providers;
    private final JoinPolicy policy;
    private final Clock clock;

    public JoinService(Meetings meetings, Providers providers, JoinPolicy policy, Clock clock) {
        this.meetings = meetings;
        this.providers = providers;
        this.policy = policy;
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
        Meeting meeting = meetings.change(caller.tenant(), link, it -> {
            requireAllowed(caller, it, request);
            return it.join(new Stamp(caller.id(), now), policy);
        });
        String identity = request.identity().orElse(caller.id());
        String name = request.name().orElse(request.identity().orElse(caller.name()));
        Instant expiry = expiry(meeting, now, request.expiresAt().orElse(now.plus(policy.tokenLife())));
        return admit(
                meeting,
                new Grant(new Participant(identity, name), request.role().orElse(Role.PUBLISHER), now, expiry));
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
        Meeting meeting = meetings.change(found.tenant(), link, it -> {
            requireAllowed(member, it);
            return it.join(new Stamp(identity, now), policy);
        });
        Role role = member.filter(meeting::isModeratedBy).isPresent() ? Role.MODERATOR : Role.PUBLISHER;
        Instant expiry = expiry(meeting, now, now.plus(policy.tokenLife()));
        return admit(meeting, new Grant(new Participant(identity, visitor.name()), role, now, expiry));
    }

    private static void requireAllowed(Optional<Caller> member, Meeting meeting) {
        if (member.isEmpty() && !meeting.options().guestsAllowed()) {
            throw new GuestsNotAllowed();
        }
    }

    private static void requireAllowed(Caller caller, Meeting meeting, TokenRequest request) {
        if (request.role().equals(Optional.of(Role.MODERATOR)) && !meeting.isModeratedBy(caller)) {
            throw new NotModerator();
        }
    }

    private Admission admit(Meeting meeting, Grant grant) {
        var token = providers
                .named(meeting.room().provider())
                .issueToken(meeting.room().id(), grant);
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
