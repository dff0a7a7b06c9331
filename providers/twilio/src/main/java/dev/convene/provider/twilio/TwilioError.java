package dev.convene.provider.twilio;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Twilio did not answer, or answered with an error. Its own message is left out: it may repeat what we sent. */
final class TwilioError extends RuntimeException {

    /** No answer came. */
    static final int NONE = 0;

    private static final int MAX_MESSAGE = 200;

    private final int status;
    private final int code;
    private final @Nullable Duration retryAfter;

    private TwilioError(
            int status, int code, @Nullable Duration retryAfter, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /**
     * @param code Twilio's own, or 0 (https://www.twilio.com/docs/api/errors)
     * @param retryAfter as Twilio said, if it did
     */
    static TwilioError answered(int status, int code, @Nullable Duration retryAfter) {
        String message = "HTTP " + status + (code == 0 ? "" : ", Twilio error " + code);
        return new TwilioError(status, code, retryAfter, message, null);
    }

    static TwilioError noAnswer(String why, @Nullable Throwable cause) {
        return new TwilioError(NONE, 0, null, why, cause);
    }

    /** The SDK's exceptions carry the whole answer: the beginning of their message, and not they themselves. */
    static TwilioError unreadable(RuntimeException sdk) {
        String message = sdk.getClass().getSimpleName() + ": " + sdk.getMessage();
        return noAnswer(message.substring(0, Math.min(message.length(), MAX_MESSAGE)), null);
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    /** Whether the same request may succeed in a moment. */
    boolean isPassing() {
        return status == NONE || status >= 500;
    }
}
