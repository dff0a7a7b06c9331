package dev.convene.provider.twilio;

import com.twilio.http.TwilioRestClient;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.CredentialsRefused;
import dev.convene.core.provider.ProviderFailure.Refused;
import dev.convene.core.provider.ProviderFailure.Unavailable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls of the SDK; what goes wrong becomes the failure of who can do something about it. Thread-safe. */
final class TwilioCalls {

    /** Where Twilio names no time. */
    private static final Duration USUAL_WAIT = Duration.ofSeconds(5);

    /**
     * The room is full, not there, not in progress, its name taken, or completed (https://www.twilio.com/docs/api/errors);
     * the HTTP status of these is 400.
     */
    private static final Set<Integer> OF_THE_STATE = Set.of(53105, 53106, 53112, 53113, 53118);

    private final TwilioRestClient client;

    TwilioCalls(TwilioRestClient client) {
        this.client = client;
    }

    /**
     * @param what for messages: "open a room"
     * @throws ProviderFailure if there is no answer of use; a {@link Conflict} if the state of things is in the way
     */
    <T> T call(String what, Function<TwilioRestClient, @Nullable T> call) {
        try {
            return Objects.requireNonNull(call.apply(client), "an answer without what it is about");
        } catch (TwilioError e) {
            throw failure(what, e);
        } catch (ProviderFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // what the SDK cannot read ends in exceptions of many kinds
            throw new Refused(TwilioProvider.NAME, what, TwilioError.unreadable(e));
        }
    }

    /** As {@link #call}; empty if there is no such thing. */
    <T> Optional<T> find(String what, Function<TwilioRestClient, @Nullable T> call) {
        try {
            return Optional.of(call(what, call));
        } catch (Conflict e) {
            if (e.getCause() instanceof TwilioError error && error.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static ProviderFailure failure(String what, TwilioError error) {
        if (error.isPassing() || error.status() == 429) {
            Duration wait = Objects.requireNonNullElse(error.retryAfter(), USUAL_WAIT);
            return new Unavailable(TwilioProvider.NAME, what, wait, error);
        }
        boolean ofTheState = OF_THE_STATE.contains(error.code());
        return switch (error.status()) {
            case 401, 403 -> new CredentialsRefused(TwilioProvider.NAME, what, error);
            case 404, 409 -> new Conflict(TwilioProvider.NAME, what, "Twilio does not have it in that state", error);
            default ->
                ofTheState
                        ? new Conflict(TwilioProvider.NAME, what, "Twilio does not have it in that state", error)
                        : new Refused(TwilioProvider.NAME, what, error);
        };
    }
}
