package dev.convene.provider.vonage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.core.provider.ArchiveReport;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.StorageTarget;
import dev.convene.vendor.testkit.VendorRequest;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What goes to Vonage, where the kit cannot see it. */
class VonageProviderTest {

    @RegisterExtension
    final VonageStub stub = new VonageStub(Credentials.OPENTOK);

    private final VonageHttp http = TestProviders.http(stub, Credentials.OPENTOK);
    private final VonageProvider routed = TestProviders.routed(http, Credentials.OPENTOK);
    private final VonageProvider relayed = TestProviders.relayed(http, Credentials.OPENTOK);

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void anOrdinaryRoomIsRoutedAndRecordedOnDemand() {
        assertThat(stub.session(routed.openRoom(RoomSpec.plain()).value()))
                .containsEntry("archiveMode", "manual")
                .containsEntry("p2p.preference", "disabled")
                .doesNotContainKey("e2ee");
    }

    @Test
    void aRoomThatIsRecordedFromTheStartIsRouted() {
        assertThat(stub.session(routed.openRoom(new RoomSpec(true, false)).value()))
                .containsEntry("archiveMode", "always")
                .containsEntry("p2p.preference", "disabled");
    }

    /** The predecessor made a relayed session and never set the flag that Vonage has for it. */
    @Test
    void anEncryptedRoomIsRoutedWithVonagesOwnFlag() {
        assertThat(stub.session(routed.openRoom(new RoomSpec(false, true)).value()))
                .containsEntry("e2ee", "true")
                .containsEntry("archiveMode", "manual")
                .containsEntry("p2p.preference", "disabled");
    }

    @Test
    void encryptedAndRecordedIsRefusedBeforeVonageIsAsked() {
        assertThatThrownBy(() -> routed.openRoom(new RoomSpec(true, true))).isInstanceOf(ProviderFailure.Refused.class);
        assertThat(stub.calls()).isZero();
    }

    @Test
    void aRelayedRoomGoesFromBrowserToBrowserAndCanNeitherBeRecordedNorFlagged() {
        assertThat(stub.session(relayed.openRoom(RoomSpec.plain()).value())).containsEntry("p2p.preference", "enabled");
        assertThat(relayed.archiver()).isEmpty();
        assertThat(relayed.capabilities().supported()).containsExactly(Capability.ROLES);
        int before = stub.calls();
        assertThatThrownBy(() -> relayed.openRoom(new RoomSpec(true, false)))
                .isInstanceOf(ProviderFailure.Refused.class);
        assertThatThrownBy(() -> relayed.openRoom(new RoomSpec(false, true)))
                .isInstanceOf(ProviderFailure.Refused.class);
        assertThat(stub.calls()).isEqualTo(before);
    }

    /** Contracts, README against code, "ending a meeting": whoever is connected is disconnected, one by one. */
    @Test
    void closingARoomDisconnectsEveryConnection() {
        RoomId room = routed.openRoom(RoomSpec.plain());
        IntStream.range(0, 5).forEach(i -> stub.enter(room.value(), "person-" + i));

        routed.closeRoom(room);

        assertThat(stub.connected(room.value())).isZero();
        assertThat(stub.requests())
                .filteredOn(it -> it.method().equals("DELETE"))
                .hasSize(5);
    }

    /** Contracts, README against code, "storage type" and "storage region": lower case, and no region. */
    @Test
    void aBucketIsHandedOverAsOpentokDocumentsIt() {
        routed.archiver()
                .orElseThrow()
                .storeIn(new StorageTarget.S3("bucket", "eu-west-1", URI.create("https://storage.example"), true));

        assertThat(lastBody()).isEqualTo(json("""
                {"type": "s3", "fallback": "opentok", "config": {"bucket": "bucket", "accessKey": "AKIATEST",
                 "secretKey": "awssecret", "endpoint": "https://storage.example", "sse": "s3"}}"""));
    }

    @Test
    void aContainerIsHandedOverAsOpentokDocumentsIt() {
        routed.archiver().orElseThrow().storeIn(new StorageTarget.Azure("account", "d.example", false));

        assertThat(lastBody()).isEqualTo(json("""
                {"type": "azure", "fallback": "none", "config": {"accountName": "account", "accountKey": "azkey",
                 "container": "azcontainer", "domain": "d.example"}}"""));
    }

    @Test
    void onTheUnifiedPlatformTheStorageIsSetInTheDashboard() {
        var storage = new VonageStorage(false, TestProviders.S3, TestProviders.AZURE);

        assertThat(storage.capabilities()).isEmpty();
        assertThatThrownBy(() -> storage.body(new StorageTarget.S3("bucket", null, null, false)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("dashboard");
    }

    @Test
    void withoutKeysForItAStorageIsNotOffered() {
        var storage = new VonageStorage(true, null, TestProviders.AZURE);

        assertThat(storage.capabilities()).containsExactly(Capability.STORAGE_AZURE);
        assertThatThrownBy(() -> storage.body(new StorageTarget.S3("bucket", null, null, false)))
                .hasMessageContaining("convene.vonage.storage.s3.access-key");
    }

    /** The predecessor answered with the first page of the whole project. */
    @Test
    void archivesAreListedPageByPageAndOfTheRoomAlone() {
        Archiver archiver = routed.archiver().orElseThrow();
        RoomId room = routed.openRoom(RoomSpec.plain());
        stub.enter(room.value(), "ada");
        int many = VonageArchiver.PAGE + 1;
        for (int i = 0; i < many; i++) {
            archiver.stop(archiver.start(room, ArchiveSpec.composed("n")).id());
        }

        assertThat(archiver.archivesOf(room))
                .hasSize(many)
                .extracting(ArchiveReport::id)
                .doesNotHaveDuplicates();
        assertThat(stub.requests().getLast().query("offset")).contains("1000");
    }

    /** Ids come from outside: none of them leads to another call. */
    @Test
    void idsStayWithinTheirSegment() {
        assertThat(routed.connectionsIn(new RoomId("../archive?x=#y %2F\u00e9")))
                .isEmpty();

        assertThat(stub.requests().getLast().path())
                .isEqualTo("/v2/project/45828062/session/..%2Farchive%3Fx%3D%23y%20%252F%C3%A9/connection");
    }

    private JsonNode lastBody() {
        VendorRequest request = stub.requests().getLast();
        assertThat(request.method()).isEqualTo("PUT");
        assertThat(request.path()).isEqualTo("/v2/project/45828062/archive/storage");
        return json(request.body());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
