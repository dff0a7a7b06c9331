package dev.convene.provider.livekit;

import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.NoThreadsLeftBehind;
import dev.convene.testkit.RemoteVideoProviderCompatibilityKit;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(NoThreadsLeftBehind.class)
class LiveKitProviderCompatibilityTest extends RemoteVideoProviderCompatibilityKit {

    @RegisterExtension
    final Stage stage = new Stage(Duration.ofMillis(900));

    private int people;

    @Override
    protected VideoProvider newProvider() {
        return stage.provider;
    }

    @Override
    protected FaultyVendor vendor() {
        return stage.livekit;
    }

    @Override
    protected ConnectionId arrives(RoomId room) {
        people++;
        return stage.join(room, "person-" + people);
    }

    @Override
    protected List<String> secrets() {
        return List.of(LiveKitStub.SECRET, "eyJ");
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        return decode(stage.tokens, token);
    }

    static DecodedToken decode(JoinTokens tokens, JoinToken token) {
        JoinTokens.Holder holder = tokens.verify(token.value()).orElseThrow();
        try {
            var expiry = SignedJWT.parse(token.value()).getJWTClaimsSet().getExpirationTime();
            return new DecodedToken(holder.room(), holder.identity(), holder.role(), expiry.toInstant());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
