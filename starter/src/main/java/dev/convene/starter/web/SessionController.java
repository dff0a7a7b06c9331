package dev.convene.starter.web;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.IdempotencyKey;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/session")
@Tag(name = "Meetings")
class SessionController {

    private final MeetingService meetings;
    private final JoinService joins;
    private final PublicUrls urls;
    private final JsonBodies bodies = new JsonBodies();

    SessionController(MeetingService meetings, JoinService joins, PublicUrls urls) {
        this.meetings = meetings;
        this.joins = joins;
        this.urls = urls;
    }

    /** What a creation answers: the link. */
    @Schema(name = "SessionCode")
    record Code(String code) {}

    /** What a token request answers. */
    @Schema(name = "SessionToken")
    record Token(String sessionId, String token) {}

    /** One page of the list. */
    @Schema(name = "MeetingList")
    record Page(List<MeetingView> items, @Nullable String nextCursor) {}

    @Operation(summary = "Create a meeting", description = "Needs CreateMeetingSession.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateSession.class)), required = true)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Code create(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            InputStream body)
            throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        var wanted = bodies.read(bytes, CreateSession.class).toNewMeeting();
        Meeting created = key == null
                ? meetings.create(caller, wanted)
                : meetings.createOnce(caller, wanted, key(caller, key, bytes));
        return new Code(created.link().value());
    }

    @Operation(summary = "List meetings, the latest first", description = "Needs GetMeetings.")
    @Parameter(name = "state", schema = @Schema(allowableValues = {"upcoming", "live", "ended"}))
    @Parameter(name = "from", schema = @Schema(format = "date-time"), description = "Schedule time, inclusive")
    @Parameter(name = "to", schema = @Schema(format = "date-time"), description = "Schedule time, exclusive")
    @Parameter(name = "externalId", schema = @Schema(type = "string"))
    @Parameter(name = "limit", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(name = "cursor", schema = @Schema(type = "string"), description = "nextCursor of the page before")
    @GetMapping
    Page list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        MeetingPage page = meetings.list(caller, ListParameters.read(parameters));
        return new Page(
                page.meetings().stream().map(this::view).toList(),
                page.next().map(Cursor::of).orElse(null));
    }

    @Operation(summary = "Get a meeting", description = "Needs GetMeetings.")
    @GetMapping("/{link}")
    MeetingView get(@AuthenticationPrincipal Caller caller, @PathVariable String link) {
        return view(meetings.get(caller, Links.of(link)));
    }

    @Operation(
            summary = "Edit a meeting",
            description = "Needs EditMeeting. What is not named stays as it is; null takes it away.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EditSession.class)), required = true)
    @PatchMapping(path = "/{link}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void edit(@AuthenticationPrincipal Caller caller, @PathVariable String link, InputStream body) throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        meetings.edit(
                caller, Links.of(link), bodies.read(bytes, EditSession.class).toEdit());
    }

    @Operation(summary = "End a meeting for everybody", description = "Needs StopMeeting.")
    @PatchMapping("/{link}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal Caller caller, @PathVariable String link) {
        meetings.end(caller, Links.of(link));
    }

    @Operation(summary = "Issue a join token", description = "Needs GenerateMeetingToken.")
    @RequestBody(content = @Content(schema = @Schema(implementation = IssueToken.class)), required = true)
    @PostMapping(path = "/{link}/token", consumes = MediaType.APPLICATION_JSON_VALUE)
    Token issueToken(@AuthenticationPrincipal Caller caller, @PathVariable String link, InputStream body)
            throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        var admission = joins.issueToken(
                caller, Links.of(link), bodies.read(bytes, IssueToken.class).toRequest());
        return new Token(
                admission.meeting().room().id().value(), admission.token().value());
    }

    private MeetingView view(Meeting meeting) {
        return MeetingView.of(meeting, joins.policy(), urls.join(meeting.link()));
    }

    private static IdempotencyKey key(Caller caller, String value, byte[] body) {
        if (value.isBlank() || value.length() > IdempotencyKey.MAX_LENGTH) {
            throw new BadRequest(
                    "invalid-idempotency-key",
                    "Idempotency-Key has 1 to " + IdempotencyKey.MAX_LENGTH + " characters.");
        }
        return new IdempotencyKey(caller.tenant(), value, Fingerprint.of(caller.id(), body));
    }
}
