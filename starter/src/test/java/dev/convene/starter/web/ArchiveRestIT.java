package dev.convene.starter.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderFailure;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.StorageTarget;
import dev.convene.starter.jdbc.TestDatabases;
import dev.convene.starter.web.RestServer.Answer;
import dev.convene.testkit.FakeProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Archives over HTTP, on PostgreSQL, from the start of a recording to the deletion of its file. */
class ArchiveRestIT {

    private static RestServer server;

    @BeforeAll
    static void start() {
        try (var database = TestDatabases.emptyPostgresql()) {
            server = RestServer.start(database.getJdbcUrl(), database.getUsername());
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void atNoon() {
        server.clock().set(RestServer.NOW);
        server.provider().takeReports();
    }

    @Test
    void aMeetingIsRecordedAndWhateverTheOrderOfTheReportsItsArchiveIsTold() {
        String code = liveMeeting("{\"title\":\"Board\"}");
        Answer started = server.asAlice("POST", "/session/" + code + "/archives", "");
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String id = started.json().get("id").asString();
        var vendorId = new ArchiveId(started.json().get("metaData").get("id").asString());

        server.clock().advance(Duration.ofSeconds(90));
        Answer stopped = server.asAlice("POST", "/archives/" + id + "/stop", "");
        assertThat(stopped.json().get("status").asString()).isEqualTo("stopping");
        server.provider().archives().makeReady(vendorId, 4711);
        deliverShuffledAndRepeated(server.provider().takeReports());

        JsonNode ready = server.asAlice("GET", "/archives/" + id, "").json();
        assertThat(ready.get("name").asString()).isEqualTo("Board");
        assertThat(ready.get("code").asString()).isEqualTo(code);
        assertThat(ready.get("status").asString()).isEqualTo("ready");
        assertThat(ready.get("duration").asInt()).isEqualTo(90);
        assertThat(ready.get("size").asInt()).isEqualTo(4711);
        assertThat(ready.get("url").asString()).endsWith("/archives/" + id + "/download");
        assertThat(ready.get("createdBy").asString()).isEqualTo("alice");
    }

    @Test
    void metaDataIsWhatThePredecessorsClientsKnowFromTheVendor() {
        JsonNode archive = readyArchive();

        JsonNode vendor = archive.get("metaData");
        assertThat(archive.get("sessionId")).isEqualTo(vendor.get("sessionId"));
        assertThat(vendor.get("status").asString()).isEqualTo("available");
        assertThat(vendor.get("createdAt").asLong()).isEqualTo(RestServer.NOW.toEpochMilli());
        assertThat(vendor.get("duration").asInt()).isEqualTo(0);
        assertThat(vendor.get("size").asInt()).isEqualTo(1);
        assertThat(vendor.get("outputMode").asString()).isEqualTo("composed");
        assertThat(vendor.get("reason").asString()).isEmpty();

        String byVendorsId = "/archives/" + vendor.get("id").asString();
        assertThat(server.asAlice("GET", byVendorsId, "").json()).isEqualTo(archive);
        assertThat(server.asAlice("DELETE", byVendorsId, "").status()).isEqualTo(204);
        Answer gone = server.asAlice("GET", byVendorsId, "");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().get("error").get("message").asString()).isEqualTo("Archive Not Found");
    }

    @Test
    void aDownloadLeadsToTheFileAtTheProvider() {
        String id = readyArchive().get("id").asString();

        Answer answer = server.asAlice("GET", "/archives/" + id + "/download", "");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("location")).startsWith("https://files.example/");
        assertThat(answer.header("cache-control")).contains("no-store");
    }

    @Test
    void anArchiveOfAMeetingThatBeginsOneByItselfIsListed() {
        String code = liveMeeting("{\"enableArchiving\":true}");
        var room = new RoomId(server.asAlice("GET", "/session/" + code, "")
                .json()
                .get("sessionId")
                .asString());
        server.provider().archives().startByItself(room);

        deliverShuffledAndRepeated(server.provider().takeReports());

        JsonNode list = server.asAlice("GET", "/archives?meeting=" + code, "").json();
        assertThat(list.get("count").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("createdBy").isNull()).isTrue();
        assertThat(list.get("items").get(0).get("status").asString()).isEqualTo("active");
    }

    @Test
    void aMeetingWithNobodyInItAndOneThatIsRecordedAlreadyAreConflicts() {
        String code = server.createdMeeting("{}");
        assertProblem(server.asAlice("POST", "/session/" + code + "/archives", ""), 409, "meeting-not-live");

        server.enter(code);
        server.asAlice("POST", "/session/" + code + "/archives", "{}");
        Answer again = server.asAlice("POST", "/session/" + code + "/archives", "{}");

        assertProblem(again, 409, "provider-conflict");
        assertThat(server.asAlice("GET", "/archives?meeting=" + code, "")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aProviderThatIsDownIsToldWithATimeToComeBack() {
        String id = readyArchive().get("id").asString();
        server.provider()
                .failNext(new ProviderFailure.Unavailable(FakeProvider.NAME, "delete", Duration.ofSeconds(7), null));

        Answer answer = server.asAlice("DELETE", "/archives/" + id, "");

        assertProblem(answer, 503, "provider-unavailable");
        assertThat(answer.header("retry-after")).isEqualTo("7");
        assertThat(server.asAlice("GET", "/archives/" + id, "").status()).isEqualTo(200);
    }

    @Test
    void whatIsBeingRecordedIsNeitherDeletedNorDownloaded() {
        String code = liveMeeting("{}");
        String path = "/archives/"
                + server.asAlice("POST", "/session/" + code + "/archives", "")
                        .json()
                        .get("id")
                        .asString();

        assertProblem(server.asAlice("DELETE", path, ""), 409, "archive-status");
        assertProblem(server.asAlice("GET", path + "/download", ""), 409, "archive-status");
        assertThat(server.asAlice("PUT", path + "/layout", "{\"layout\":\"pip\"}")
                        .json()
                        .get("layout")
                        .asString())
                .isEqualTo("pip");
        assertThat(server.asAlice("PUT", path + "/layout", "{\"layout\":\"heap\"}")
                        .json()
                        .get("detail")
                        .asString())
                .isEqualTo("layout must be one of bestFit, pip, horizontalPresentation, verticalPresentation.");
    }

    @Test
    void pagesOfArchivesNeitherSkipNorRepeat() {
        String code = liveMeeting("{}");
        for (int i = 0; i < 5; i++) {
            server.clock().advance(Duration.ofSeconds(1));
            String id = server.asAlice("POST", "/session/" + code + "/archives", "")
                    .json()
                    .get("id")
                    .asString();
            server.asAlice("POST", "/archives/" + id + "/stop", "");
        }
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = server.asAlice("GET", "/archives?status=stopping&limit=2&meeting=" + code + cursor, "")
                    .json();
            page.get("items").forEach(it -> ids.add(it.get("id").asString()));
            cursor = page.get("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"outputMode":"film"}                   | outputMode must be one of composed, individual.
            {"hasAudio":false,"hasVideo":false}     | hasVideo must be true if hasAudio is false.
            {"outputMode":"individual","layout":"pip"} | layout must be left out if outputMode is individual.
            {"name":7}                              | name must be string.
            """)
    void aStartThatMakesNoSenseIsRefusedByName(String body, String why) {
        Answer answer = server.asAlice("POST", "/session/" + liveMeeting("{}") + "/archives", body);

        assertProblem(answer, 422, "invalid-request");
        assertThat(answer.json().get("detail").asString()).isEqualTo(why);
    }

    @Test
    void theStorageTargetIsTakenInBothOfThePredecessorsForms() {
        setStorage("{\"name\":\"AZURE\",\"accountName\":\"acc\",\"domain\":\"d\",\"fallback\":\"opentok\"}");
        assertThat(server.provider().archives().target()).contains(new StorageTarget.Azure("acc", "d", true));

        setStorage("{\"awsS3Url\":\"https://films.s3-eu-west-1.amazonaws.com/2026\"}");
        assertThat(server.provider().archives().target().orElseThrow())
                .isInstanceOfSatisfying(
                        StorageTarget.S3.class, it -> assertThat(it.bucket()).isEqualTo("films"));

        setStorage("{\"name\":\"AWSS3\",\"bucket\":\"b1\",\"region\":\"eu-west-1\"}");
        JsonNode archive = readyArchive();
        assertThat(archive.get("storage").get("bucket").asString()).isEqualTo("b1");
        assertThat(archive.get("metaData").get("status").asString()).isEqualTo("uploaded");
        assertThat(archive.get("url").isNull()).isTrue();
        setStorage("{\"name\":\"AWSS3\",\"bucket\":\"b1\",\"fallback\":\"opentok\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"AWSS3"}                                  | 400 | S3 bucket name is required
            {"name":"AZURE"}                                  | 400 | Azure account name is required
            {"name":"GCS","bucket":"b"}                       | 400 | Unsupported storage type
            {}                                                | 400 | Unsupported storage type
            {"name":"AWSS3","bucket":"b","fallback":"maybe"}  | 422 | fallback must be one of none, opentok.
            {"name":"AWSS3","bucket":"b","endpoint":"s3"}     | 422 | endpoint must match format "uri".
            {"name":"AWSS3","bucket":"b","provider":"A B"}    | 422 | provider must be the name of a provider.
            """)
    void aStorageTargetThatMakesNoSenseIsRefusedInThePredecessorsWords(String body, int status, String why) {
        Answer answer = server.asAlice("PUT", "/archives/storage-target", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).isEqualTo(why);
    }

    @Test
    void theProvidersAndWhatTheyCanDoAreListed() {
        JsonNode provider = server.asAlice("GET", "/providers", "").json().get(0);

        assertThat(provider.get("name").asString()).isEqualTo("fake");
        assertThat(provider.get("isDefault").asBoolean()).isTrue();
        assertThat(provider.get("maxParticipants").asInt()).isEqualTo(100);
        assertThat(provider.get("capabilities").toString()).contains("enableArchiving", "layout");
    }

    private static void setStorage(String body) {
        Answer answer = server.asAlice("PUT", "/archives/storage-target", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private static JsonNode readyArchive() {
        String code = liveMeeting("{}");
        JsonNode started =
                server.asAlice("POST", "/session/" + code + "/archives", "").json();
        server.asAlice("POST", "/archives/" + started.get("id").asString() + "/stop", "");
        server.provider()
                .archives()
                .makeReady(new ArchiveId(started.get("metaData").get("id").asString()), 1);
        deliverShuffledAndRepeated(server.provider().takeReports());
        return server.asAlice("GET", "/archives/" + started.get("id").asString(), "")
                .json();
    }

    private static String liveMeeting(String body) {
        String code = server.createdMeeting(body);
        server.enter(code);
        return code;
    }

    private static void deliverShuffledAndRepeated(List<ProviderEvent> events) {
        var arriving = new ArrayList<>(events);
        arriving.addAll(events);
        Collections.shuffle(arriving, new Random());
        arriving.forEach(
                it -> assertThat(server.deliver(server.provider().webhooks().signed(it)))
                        .isEqualTo(204));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
    }
}
