package dev.convene.vendor.testkit.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.vendor.testkit.OpenApiCheck;
import dev.convene.vendor.testkit.VendorAnswer;
import dev.convene.vendor.testkit.VendorRequest;
import dev.convene.vendor.testkit.VendorStub;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's video API: rooms, people who come and go, recordings by rules, compositions, storage settings, pages. What happens
 * is told as status callbacks, which a test takes and delivers as it likes.
 */
public final class TwilioStub extends VendorStub {

    public static final String ACCOUNT_SID = TwilioAccount.SID;
    public static final String AUTH_TOKEN = "auth-token-of-the-stub-0000000001";
    public static final String API_KEY_SID = "SK00000000000000000000000000000001";
    public static final String API_KEY_SECRET = "secret-of-the-stubs-api-key-0001";

    private static final Pattern PATH = Pattern.compile("/v1/(\\w+)(?:/([^/]+))?(?:/(\\w+))?(?:/([^/]+))?");
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString((API_KEY_SID + ":" + API_KEY_SECRET).getBytes(UTF_8));

    /** Smaller than anybody asks for, so that there are several pages. */
    private static final int PAGE = 2;

    private final TwilioAccount account;
    private final TwilioRoomsStub rooms;
    private final TwilioFilesStub files;

    /** @param clock of Twilio */
    public TwilioStub(Clock clock) {
        // where files are is in the resources' links only; and a form with one value of a list looks like one with a
        // text
        super(OpenApiCheck.by("twilio_video_v1.json")
                .except(".*/Media", OpenApiCheck.UNKNOWN_PATH)
                .except("/v1/Compositions", "validation.request.body.schema.type"));
        account = new TwilioAccount(clock);
        rooms = new TwilioRoomsStub(account);
        files = new TwilioFilesStub(account);
    }

    /** A room that is there already; answers its SID. */
    public synchronized String openRoom() {
        return rooms.open("", false).sid();
    }

    /** A person comes into a room; answers the participant's SID. */
    public synchronized String join(String room, String identity) {
        return rooms.join(account.get(room), identity).sid();
    }

    public synchronized void leave(String participant) {
        Resource person = account.get(participant);
        rooms.leave(account.get(person.text("room_sid")), person);
    }

    /** Nobody was in the room for too long. */
    public synchronized void expire(String room) {
        rooms.end(account.get(room));
    }

    public synchronized boolean isOpen(String room) {
        return TwilioRoomsStub.isOpen(account.get(room));
    }

    /** The tracks of a room become files of 1000 bytes and a minute. */
    public synchronized void finishRecordings(String room) {
        rooms.finishRecordings(account.get(room));
    }

    /** The compositions of a room become files of 5000 bytes and a minute. */
    public synchronized void finishCompositions(String room) {
        files.finishCompositions(room);
    }

    public synchronized void failCompositions(String room) {
        files.failCompositions(room);
    }

    /** The next change of recording rules ends in a 500. */
    public synchronized void failNextRules() {
        rooms.failNextRules();
    }

    /** What was kept last: {@code RecordingSettings} or {@code CompositionSettings}. */
    public synchronized Map<String, List<String>> settings(String kind) {
        return files.settings(kind);
    }

    /** The tracks of a room are in a bucket, as the settings say. */
    public synchronized void moveRecordings(String room) {
        account.inRoom("RT", room)
                .forEach(it -> it.with("media_external_location", "https://bucket.example/" + it.sid()));
    }

    /** What was to be told since this was last asked, in the order in which it happened. */
    public synchronized List<TwilioCallback> takeCallbacks() {
        return account.takeCallbacks();
    }

    @Override
    protected VendorAnswer answer(VendorRequest request) {
        if (!request.header("Authorization").filter(AUTHORIZATION::equals).isPresent()) {
            return error(401, 20003, "Authenticate");
        }
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return notFound();
        }
        boolean changes = request.method().equals("POST");
        return switch (path.group(1)) {
            case "Rooms" ->
                path.group(2) == null ? rooms.open(request) : find(path.group(2), it -> room(it, path, request));
            case "Compositions" ->
                path.group(2) != null
                        ? find(path.group(2), it -> file(it, request))
                        : changes ? files.compose(request) : page("compositions", compositions(request), request);
            case "Recordings" -> find(path.group(2), it -> file(it, request));
            case "RecordingSettings", "CompositionSettings" -> files.keep(path.group(1), request);
            default -> notFound();
        };
    }

    private VendorAnswer room(Resource room, Matcher path, VendorRequest request) {
        boolean changes = request.method().equals("POST");
        return switch (path.group(3)) {
            case null -> changes ? rooms.complete(room, request) : VendorAnswer.json(200, room.json());
            case "RecordingRules" -> changes ? rooms.setRules(room, request) : rooms.rules(room);
            case "Participants" ->
                path.group(4) == null
                        ? page("participants", wanted(account.inRoom("PA", room.sid()), request), request)
                        : find(path.group(4), it -> remove(room, it));
            case "Recordings" -> page("recordings", wanted(account.inRoom("RT", room.sid()), request), request);
            default -> notFound();
        };
    }

    private VendorAnswer remove(Resource room, Resource person) {
        rooms.leave(room, person);
        return VendorAnswer.json(202, person.json());
    }

    private VendorAnswer file(Resource file, VendorRequest request) {
        if (request.path().endsWith("/Media")) {
            return files.media(file);
        }
        return request.method().equals("DELETE") ? files.delete(file) : VendorAnswer.json(200, file.json());
    }

    private List<Resource> compositions(VendorRequest request) {
        return wanted(account.inRoom("CJ", request.query("RoomSid").orElseThrow()), request);
    }

    private VendorAnswer find(@Nullable String sid, Function<Resource, VendorAnswer> then) {
        return sid == null ? notFound() : account.find(sid).map(then).orElseGet(TwilioStub::notFound);
    }

    private static List<Resource> wanted(List<Resource> all, VendorRequest request) {
        return all.stream()
                .filter(it -> request.query("Status")
                        .map(status -> it.is("status", status))
                        .orElse(true))
                .toList();
    }

    /** Follows {@code next_page_url}, whose form is nobody's business. */
    private static VendorAnswer page(String key, List<Resource> all, VendorRequest request) {
        int page = Integer.parseInt(request.query("Page").orElse("0"));
        int from = Math.min(page * PAGE, all.size());
        int to = Math.min(from + PAGE, all.size());
        String url = "https://video.twilio.com" + request.path() + "?";
        String kept = request.query().entrySet().stream()
                .filter(it -> !it.getKey().startsWith("Page"))
                .map(it -> it.getKey() + "=" + it.getValue().getFirst() + "&")
                .collect(java.util.stream.Collectors.joining());
        var meta = new LinkedHashMap<String, @Nullable Object>();
        meta.put("page", page);
        meta.put("page_size", PAGE);
        meta.put("key", key);
        meta.put("url", url + kept + "PageSize=2&Page=" + page);
        meta.put("first_page_url", url + kept + "PageSize=2&Page=0");
        meta.put("previous_page_url", null);
        meta.put(
                "next_page_url",
                to < all.size() ? url + kept + "PageSize=2&Page=" + (page + 1) + "&PageToken=PT" + to : null);
        String items =
                all.subList(from, to).stream().map(Resource::json).collect(java.util.stream.Collectors.joining(","));
        return VendorAnswer.json(200, "{\"" + key + "\":[" + items + "],\"meta\":" + Json.of(meta) + "}");
    }

    static VendorAnswer notFound() {
        return error(404, 20404, "The requested resource was not found");
    }

    static VendorAnswer error(int status, int code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", code);
        body.put("message", message);
        body.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        body.put("status", status);
        return VendorAnswer.json(status, Json.of(body));
    }
}
