package dev.convene.provider.embedded;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server in the form the browser takes, https://www.w3.org/TR/webrtc/#rtciceserver-dictionary.
 *
 * @param credential a secret of whoever gets it: never logged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IceServer(
        List<String> urls,
        @Nullable String username,
        @Nullable String credential) {

    IceServer {
        urls = List.copyOf(urls);
    }

    @Override
    public String toString() {
        return "IceServer[urls=" + urls + "]";
    }
}
