package dev.convene.core.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A provider did not do what it was asked. The cases are told apart by who can do something about it. */
public abstract sealed class ProviderFailure extends RuntimeException {

    private final ProviderName provider;

    private ProviderFailure(ProviderName provider, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.provider = provider;
    }

    public ProviderName provider() {
        return provider;
    }

    /** The provider refused our credentials (401, 403): the operator mends the settings. */
    public static final class CredentialsRefused extends ProviderFailure {
        public CredentialsRefused(ProviderName provider, String what, @Nullable Throwable cause) {
            super(provider, provider + " refused our credentials to " + what, cause);
        }
    }

    /** The provider is down, slow, or limits us (429, 5xx, timeout, reset): a later try may succeed. */
    public static final class Unavailable extends ProviderFailure {

        private final Duration retryAfter;

        public Unavailable(ProviderName provider, String what, Duration retryAfter, @Nullable Throwable cause) {
            super(provider, provider + " is unavailable to " + what, cause);
            this.retryAfter = retryAfter;
        }

        /** When to try again, as the provider said or as is usual for it. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The provider understood and refused (another 4xx, or an answer we cannot read): a defect on our side. */
    public static final class Refused extends ProviderFailure {
        public Refused(ProviderName provider, String what, @Nullable Throwable cause) {
            super(provider, provider + " refused to " + what, cause);
        }
    }

    /** What was asked for does not go with the state of the room or archive (404, 409): whoever asks can act. */
    public static final class Conflict extends ProviderFailure {

        private final String reason;

        /** @param reason for whoever asks, such as "nobody is connected" */
        public Conflict(ProviderName provider, String what, String reason, @Nullable Throwable cause) {
            super(provider, provider + " could not " + what + ": " + reason, cause);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** The room is of a provider that this service has no settings for: the operator configures it again. */
    public static final class NotConfigured extends ProviderFailure {
        public NotConfigured(ProviderName provider) {
            super(provider, provider + " is not configured", null);
        }
    }
}
