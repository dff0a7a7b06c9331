package dev.convene.provider.vonage;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.NoThreadsLeftBehind;
import dev.convene.testkit.RemoteArchiverCompatibilityKit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The kit, on either platform. */
@ExtendWith(NoThreadsLeftBehind.class)
abstract class VonageArchiverCompatibility extends RemoteArchiverCompatibilityKit {

    private final Credentials credentials;

    @RegisterExtension
    final VonageStub stub;

    private final VonageHttp http;

    VonageArchiverCompatibility(Credentials credentials) {
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
    protected void arrives(RoomId room) {
        stub.enter(room.value(), "somebody");
    }

    @Override
    protected void complete(ArchiveId id) {
        stub.complete(id.value());
    }
}
