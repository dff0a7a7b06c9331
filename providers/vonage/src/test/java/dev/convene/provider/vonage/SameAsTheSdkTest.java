package dev.convene.provider.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vonage.client.HttpConfig;
import com.vonage.client.VonageClient;
import com.vonage.client.video.Archive;
import com.vonage.client.video.ArchiveMode;
import com.vonage.client.video.CreateSessionRequest;
import com.vonage.client.video.ListStreamCompositionsRequest;
import com.vonage.client.video.MediaMode;
import com.vonage.client.video.OutputMode;
import com.vonage.client.video.ScreenLayoutType;
import com.vonage.client.video.StreamCompositionLayout;
import com.vonage.client.video.StreamMode;
import com.vonage.client.video.VideoClient;
import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ArchiveLayout;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.Archiver;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.vendor.testkit.VendorRequest;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Vonage's own SDK and this client, driven through the same stub: what they send is the same. */
class SameAsTheSdkTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @RegisterExtension
    final VonageStub stub = new VonageStub(Credentials.UNIFIED);

    private final VonageHttp http = TestProviders.http(stub, Credentials.UNIFIED, Clock.systemUTC());
    private final VonageProvider ours = TestProviders.routed(http, Credentials.UNIFIED);
    private final Archiver archiver = ours.archiver().orElseThrow();
    private final VideoClient sdk = VonageClient.builder()
            .applicationId(Credentials.UNIFIED.project())
            .privateKeyContents(((Credentials.Unified) Credentials.UNIFIED).pem())
            .httpConfig(HttpConfig.builder().videoBaseUri(stub.url().toString()).build())
            .build()
            .getVideoClient();

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void opensRooms() {
        ours.openRoom(new RoomSpec(true, false));
        VendorRequest request = last();

        sdk.createSession(CreateSessionRequest.builder()
                .mediaMode(MediaMode.ROUTED)
                .archiveMode(ArchiveMode.ALWAYS)
                .build());

        isAsSentBy(request, last());
        assertThat(new TreeMap<>(request.form())).isEqualTo(new TreeMap<>(last().form()));
    }

    @Test
    void putsPeopleOut() {
        RoomId room = ours.openRoom(RoomSpec.plain());
        stub.enter(room.value(), "ada");
        ours.closeRoom(room);
        VendorRequest request = stub.requests().stream()
                .filter(it -> it.method().equals("DELETE"))
                .findFirst()
                .orElseThrow();
        String connection = request.path().substring(request.path().lastIndexOf('/') + 1);
        stub.enter(room.value(), "ben");

        try {
            sdk.forceDisconnect(room.value(), connection);
        } catch (com.vonage.client.video.VideoResponseException gone) {
            assertThat(gone.getStatusCode()).isEqualTo(404);
        }

        isAsSentBy(request, last());
    }

    @Test
    void recordsRooms() {
        RoomId room = ours.openRoom(RoomSpec.plain());
        stub.enter(room.value(), "ada");
        ArchiveId first = archiver.start(room, ArchiveSpec.composed("first")).id();
        VendorRequest started = last();
        archiver.arrange(first, ArchiveLayout.PICTURE_IN_PICTURE);
        VendorRequest arranged = last();
        archiver.stop(first);
        VendorRequest stopped = last();
        archiver.refresh(first);
        VendorRequest looked = last();
        archiver.archivesOf(room);
        VendorRequest listed = last();
        stub.complete(first.value());
        archiver.delete(first);
        VendorRequest deleted = last();

        String second = sdk.createArchive(Archive.builder(room.value())
                        .name("first")
                        .hasAudio(true)
                        .hasVideo(true)
                        .outputMode(OutputMode.COMPOSED)
                        .streamMode(StreamMode.AUTO)
                        .layout(StreamCompositionLayout.standardLayout(ScreenLayoutType.BEST_FIT))
                        .build())
                .getId()
                .toString();
        isAsSentBy(started, last());
        assertThat(json(started)).isEqualTo(json(last()));
        sdk.updateArchiveLayout(second, StreamCompositionLayout.standardLayout(ScreenLayoutType.PIP));
        isAsSentBy(arranged, last(), first.value(), second);
        assertThat(json(arranged)).isEqualTo(json(last()));
        sdk.stopArchive(second);
        isAsSentBy(stopped, last(), first.value(), second);
        sdk.getArchive(second);
        isAsSentBy(looked, last(), first.value(), second);
        sdk.listArchives(ListStreamCompositionsRequest.builder()
                .offset(0)
                .count(VonageArchiver.PAGE)
                .sessionId(room.value())
                .build());
        isAsSentBy(listed, last());
        assertThat(new TreeMap<>(listed.query())).isEqualTo(new TreeMap<>(last().query()));
        stub.complete(second);
        sdk.deleteArchive(second);
        isAsSentBy(deleted, last(), first.value(), second);
    }

    private VendorRequest last() {
        return stub.requests().getLast();
    }

    private static JsonNode json(VendorRequest request) {
        return JSON.readTree(request.body());
    }

    private static void isAsSentBy(VendorRequest ours, VendorRequest sdk, String... id) {
        Map<String, String> other = id.length == 0 ? Map.of() : Map.of(id[0], id[1]);
        String path = ours.path();
        for (var replaced : other.entrySet()) {
            path = path.replace(replaced.getKey(), replaced.getValue());
        }
        assertThat(ours.method() + " " + path).isEqualTo(sdk.method() + " " + sdk.path());
        if (!ours.body().isEmpty()) {
            assertThat(ours.header("Content-Type").orElseThrow())
                    .isEqualTo(sdk.header("Content-Type").orElseThrow().split(";")[0]);
        }
        sdk.header("Accept").ifPresent(it -> assertThat(ours.header("Accept")).contains(it));
    }
}
