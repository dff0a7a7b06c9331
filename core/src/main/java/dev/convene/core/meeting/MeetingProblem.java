package dev.convene.core.meeting;

import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderName;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Why a meeting does not do what it was asked. Each case carries its data; none knows an HTTP status. */
public abstract sealed class MeetingProblem extends RuntimeException {

    private MeetingProblem(String message) {
        super(message);
    }

    /** There is no such meeting, or not for this tenant. */
    public static final class Unknown extends MeetingProblem {
        private final MeetingLink link;

        public Unknown(MeetingLink link) {
            super("There is no meeting " + link);
            this.link = link;
        }

        public MeetingLink link() {
            return link;
        }
    }

    /** The meeting is scheduled for later and its doors are closed. */
    public static final class NotOpenYet extends MeetingProblem {
        private final Instant opensAt;
        private final Duration opensBefore;

        public NotOpenYet(Instant opensAt, Duration opensBefore) {
            super("The meeting opens at " + opensAt);
            this.opensAt = opensAt;
            this.opensBefore = opensBefore;
        }

        public Instant opensAt() {
            return opensAt;
        }

        public Duration opensBefore() {
            return opensBefore;
        }
    }

    /** Nobody is let in any more. */
    public static final class Ended extends MeetingProblem {
        private final Instant endedAt;

        public Ended(Instant endedAt) {
            super("The meeting ended at " + endedAt);
            this.endedAt = endedAt;
        }

        public Instant endedAt() {
            return endedAt;
        }
    }

    /** It cannot be ended twice. */
    public static final class AlreadyEnded extends MeetingProblem {
        public AlreadyEnded() {
            super("The meeting has already been ended");
        }
    }

    /** The times asked for make no sense. */
    public static final class InvalidSchedule extends MeetingProblem {
        private final Reason reason;

        public InvalidSchedule(Reason reason) {
            super("Invalid schedule: " + reason);
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }

        public enum Reason {
            TIME_MISSING,
            IN_THE_PAST,
            ENDS_BEFORE_IT_BEGINS
        }
    }

    /** A recorder would have to read what only the participants can. */
    public static final class EncryptedAndArchived extends MeetingProblem {
        public EncryptedAndArchived() {
            super("An end-to-end encrypted meeting cannot be archived");
        }
    }

    /** The provider cannot do what the meeting asks for. */
    public static final class NotOffered extends MeetingProblem {
        private final ProviderName provider;
        private final Capability capability;

        public NotOffered(ProviderName provider, Capability capability) {
            super("Provider " + provider + " does not offer " + capability.option());
            this.provider = provider;
            this.capability = capability;
        }

        public ProviderName provider() {
            return provider;
        }

        public Capability capability() {
            return capability;
        }
    }

    /** The provider takes no identity that long. */
    public static final class IdentityTooLong extends MeetingProblem {
        private final ProviderName provider;
        private final int limit;

        public IdentityTooLong(ProviderName provider, int limit) {
            super("Provider " + provider + " takes identities of up to " + limit + " characters");
            this.provider = provider;
            this.limit = limit;
        }

        public ProviderName provider() {
            return provider;
        }

        public int limit() {
            return limit;
        }
    }

    /** The tenant uses all that it may. */
    public static final class QuotaExceeded extends MeetingProblem {
        private final Of of;
        private final int limit;

        public QuotaExceeded(Of of, int limit) {
            super("The tenant has its " + limit + " " + of);
            this.of = of;
            this.limit = limit;
        }

        public Of of() {
            return of;
        }

        public int limit() {
            return limit;
        }

        public enum Of {
            LIVE_MEETINGS,
            PARTICIPANTS
        }
    }

    /** A token that ends before it begins. */
    public static final class ExpiryInThePast extends MeetingProblem {
        public ExpiryInThePast() {
            super("A token cannot expire in the past");
        }
    }

    /** Only who created the meeting, or holds the permission, moderates it. */
    public static final class NotModerator extends MeetingProblem {
        public NotModerator() {
            super("The role moderator needs the meeting's creator or the permission");
        }
    }

    /** The meeting is for people who sign in. */
    public static final class GuestsNotAllowed extends MeetingProblem {
        public GuestsNotAllowed() {
            super("The meeting does not admit guests");
        }
    }

    /** The key was used for another request. */
    public static final class IdempotencyKeyReused extends MeetingProblem {
        public IdempotencyKeyReused() {
            super("The idempotency key was used for another request");
        }
    }

    /** The first request with this key has not been answered yet. */
    public static final class IdempotencyKeyInUse extends MeetingProblem {
        public IdempotencyKeyInUse() {
            super("A request with the same idempotency key is under way");
        }
    }

    /** The application around Convene does not want it, by one of its {@link MeetingHooks}. */
    public static final class Refused extends MeetingProblem {

        private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        private final Reason reason;
        private final String code;
        private final String message;

        /**
         * @param code a stable name for programs, like {@code no-credit-left}
         * @param message what is wrong and how to mend it, for the person who asked
         */
        public Refused(Reason reason, String code, String message) {
            super(message);
            if (!CODE.matcher(code).matches()) {
                throw new IllegalArgumentException("A code is like no-credit-left, not " + code);
            }
            this.reason = reason;
            this.code = code;
            this.message = message;
        }

        public Reason reason() {
            return reason;
        }

        public String code() {
            return code;
        }

        @Override
        public String getMessage() {
            return message;
        }

        public enum Reason {
            /** Not this caller. */
            NOT_ALLOWED,
            /** Not now, as things are. */
            CONFLICT,
            /** Not what was asked for. */
            INVALID
        }
    }
}
