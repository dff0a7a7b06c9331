package dev.convene.provider.livekit;

import dev.convene.core.provider.ProviderFailure.Conflict;
import dev.convene.core.provider.ProviderFailure.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What LiveKit answered: done, or not done for a reason that lies in what was asked. */
record Answer(String what, int status, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_MESSAGE_LENGTH = 200;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int FAILED_PRECONDITION = 412;

    /** The room, the person or the archive is not there. */
    boolean isNotFound() {
        return status == NOT_FOUND;
    }

    /** Also where nothing is wanted of the body. */
    Answer done() {
        if (status / 100 != 2) {
            throw new Refused(LiveKitProvider.NAME, what, new IllegalStateException(status + " " + message(body)));
        }
        return this;
    }

    /** @throws Conflict if the state is in the way */
    Answer doneUnless(String notFound, String conflict) {
        if (status == NOT_FOUND || status == CONFLICT || status == FAILED_PRECONDITION) {
            throw new Conflict(LiveKitProvider.NAME, what, status == NOT_FOUND ? notFound : conflict, null);
        }
        return done();
    }

    /** The answer's object; LiveKit answers everything with one. */
    JsonNode json() {
        done();
        try {
            JsonNode json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            // as bad as JSON of another kind
        }
        throw unreadable("no JSON object");
    }

    Refused unreadable(String why) {
        return new Refused(LiveKitProvider.NAME, what, new IllegalStateException("the answer is " + why));
    }

    /** Twirp's {@code {"code", "msg"}} (https://twitchtv.github.io/twirp/docs/spec_v7.html), if it is that. */
    static String message(byte[] body) {
        try {
            String message = JSON.readTree(body).path("msg").asString("");
            return message.substring(0, Math.min(message.length(), MAX_MESSAGE_LENGTH));
        } catch (JacksonException e) {
            return "";
        }
    }
}
