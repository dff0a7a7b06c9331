package dev.convene.provider.vonage;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.Role;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.DecodedToken;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.NoThreadsLeftBehind;
import dev.convene.testkit.RemoteVideoProviderCompatibilityKit;
import java.text.ParseException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit, on either platform. */
@ExtendWith(NoThreadsLeftBehind.class)
abstract class VonageProviderCompatibility extends RemoteVideoProviderCompatibilityKit {

    private final Credentials credentials;

    @RegisterExtension
    final VonageStub stub;

    private final VonageHttp http;

    VonageProviderCompatibility(Credentials credentials) {
        this.credentials = credentials;
        this.stub = new VonageStub(credentials);
        this.http = TestProviders.http(stub, credentials);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Override
    protected VideoProvider newProvider() {
        return TestProviders.routed(http, credentials);
    }

    @Override
    protected FaultyVendor vendor() {
        return stub;
    }

    @Override
    protected ConnectionId arrives(RoomId room) {
        return new ConnectionId(stub.enter(room.value(), "somebody"));
    }

    @Override
    protected List<String> secrets() {
        return credentials.secrets();
    }

    @Override
    protected DecodedToken decode(JoinToken token) {
        JWTClaimsSet claims = credentials.read(token.value());
        try {
            return new DecodedToken(
                    new RoomId(claims.getStringClaim("session_id")),
                    ConnectionData.read(claims.getStringClaim("connection_data"))
                            .identity(),
                    Role.of(claims.getStringClaim("role")),
                    claims.getExpirationTime().toInstant());
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
