package dev.convene.provider.vonage;

import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Vonage answered: done, or not done for a reason that lies in what was asked. */
record Answer(String what, int status, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_MESSAGE_LENGTH = 200;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Also where nothing is wanted of the body. */
    Answer done() {
        if (status / 100 != 2) {
            throw new Refused(VonageProvider.NAME, what, new IllegalStateException(status + " " + message()));
        }
        return this;
    }

    /** @throws Conflict if the state is in the way, for the vendor's reason or else the usual ones */
    Answer doneUnless(String notFound, String conflict) {
        if (status == NOT_FOUND || status == CONFLICT) {
            String usual = status == NOT_FOUND ? notFound : conflict;
            throw new Conflict(
                    VonageProvider.NAME, what, message().isEmpty() ? usual : usual + " (" + message() + ")", null);
        }
        return done();
    }

    JsonNode json() {
        done();
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw unreadable("not JSON");
        }
    }

    Refused unreadable(String why) {
        return new Refused(VonageProvider.NAME, what, new IllegalStateException("the answer is " + why));
    }

    /** {@code {"code", "message", "description"}}, if it is that. */
    private String message() {
        try {
            String message = JSON.readTree(body).path("message").asString("");
            return message.substring(0, Math.min(message.length(), MAX_MESSAGE_LENGTH));
        } catch (JacksonException e) {
            return "";
        }
    }
}
