package dev.convene.provider.twilio;

import com.nimbusds.jwt.SignedJWT;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.RemoteVideoProviderCompatibilityKit;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwilioProviderCompatibilityTest extends RemoteVideoProviderCompatibilityKit {

    @RegisterExtension
    final Stage stage = Stage.impatient();

    private int people;

    @Override
    protected VideoProvider newProvider() {
        return stage.provider;
    }

    @Override
    protected FaultyVendor vendor() {
        return stage.twilio;
    }

    @Override
    protected ConnectionId arrives(RoomId room) {
        people++;
        return stage.join(room, "person-" + people);
    }

    @Override
    protected List<String> secrets() {
        return List.of(TwilioStub.API_KEY_SECRET, TwilioStub.AUTH_TOKEN);
    }

    /** It is in the token, though Twilio knows nothing of it. */
    @Override
    protected boolean tokensCarryRoles() {
        return true;
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        AccessTokens.Holder holder = stage.holder(token);
        try {
            var expiry = SignedJWT.parse(token.value()).getJWTClaimsSet().getExpirationTime();
            return new DecodedToken(holder.room(), holder.identity(), holder.role(), expiry.toInstant());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
