package dev.convene.starter.web;

import dev.convene.core.meeting.Admission;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Visitor;
import dev.convene.core.provider.Participant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the join page asks: open to whoever holds the link. */
@RestController
@RequestMapping("/join/{link}")
@Tag(name = "Joining by link")
@SecurityRequirements
class JoinController {

    private static final int MIN_GUEST_KEY = 32;
    private static final int MAX_GUEST_KEY = 128;

    private final JoinService joins;
    private final Providers providers;
    private final Clock clock;
    private final JsonBodies bodies = new JsonBodies();

    JoinController(JoinService joins, Providers providers, Clock clock) {
        this.joins = joins;
        this.providers = providers;
        this.clock = clock;
    }

    /** What someone with the link may know before coming in. */
    @Schema(name = "JoinInfo")
    record Info(
            @Nullable String title,

            @Schema(allowableValues = {"open", "not-open", "ended"})
            String state,

            @Nullable String opensAt,
            String scheduleTime,
            @Nullable String endTime,
            boolean allowGuests,
            boolean endToEndEncryption,
            String provider,

            @Schema(description = "What the provider's browser client is told")
            Map<String, String> client,

            boolean signedIn,
            @Nullable String name,
            boolean moderator) {}

    /** The body of a join. */
    @Schema(name = "JoinRequest")
    record Join(
            @Schema(maxLength = Participant.MAX_NAME_LENGTH) @Nullable
            String name,

            @Schema(
                    description =
                            "A random secret of the guest's browser; a guest who comes back with it is the same person",
                    minLength = MIN_GUEST_KEY,
                    maxLength = MAX_GUEST_KEY)
            @Nullable
            String guestKey) {

        Visitor visitor(@Nullable Caller caller) {
            String typed = Texts.limited("/name", name, Participant.MAX_NAME_LENGTH);
            String shown = typed == null && caller != null ? caller.name() : typed;
            if (shown == null) {
                throw InvalidRequest.field("/name", "required", "is needed: what other people will see", Map.of());
            }
            if (guestKey != null && (guestKey.length() < MIN_GUEST_KEY || guestKey.length() > MAX_GUEST_KEY)) {
                throw InvalidRequest.field("/guestKey", "length", "has 32 to 128 characters", Map.of());
            }
            return new Visitor(Optional.ofNullable(caller), shown, Optional.ofNullable(guestKey));
        }
    }

    /** A person is let in. */
    @Schema(name = "Admission")
    record Admitted(
            String token,
            String sessionId,
            String provider,
            String role,
            String identity,
            String name,
            String expiresAt,
            String link) {

        static Admitted of(Admission admission) {
            var room = admission.meeting().room();
            var participant = admission.grant().participant();
            return new Admitted(
                    admission.token().value(),
                    room.id().value(),
                    room.provider().value(),
                    admission.grant().role().value(),
                    participant.identity(),
                    participant.name(),
                    IsoTime.format(admission.token().expiresAt()),
                    admission.meeting().link().value());
        }
    }

    @Operation(summary = "Look at the meeting behind a link")
    @GetMapping
    Info look(@AuthenticationPrincipal @Nullable Caller visitor, @PathVariable String link) {
        Meeting meeting = joins.look(Links.of(link));
        Optional<Caller> member =
                Optional.ofNullable(visitor).filter(it -> it.tenant().equals(meeting.tenant()));
        Instant now = clock.instant();
        var schedule = meeting.schedule();
        return new Info(
                meeting.details().title(),
                state(meeting, now),
                schedule.scheduled() ? IsoTime.format(joins.policy().opensAt(schedule)) : null,
                IsoTime.format(schedule.at()),
                IsoTime.formatNullable(meeting.endedBy(now)),
                meeting.options().guestsAllowed(),
                meeting.options().endToEndEncrypted(),
                meeting.provider().value(),
                client(meeting),
                member.isPresent(),
                member.map(Caller::name).orElse(null),
                member.filter(meeting::isModeratedBy).isPresent());
    }

    @Operation(summary = "Come in", description = "A guest gives a name; a signed-in person comes in as themselves.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Join.class)), required = true)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Admitted join(@AuthenticationPrincipal @Nullable Caller visitor, @PathVariable String link, InputStream body)
            throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        return Admitted.of(
                joins.join(Links.of(link), bodies.read(bytes, Join.class).visitor(visitor)));
    }

    /** A meeting of a provider that is no longer configured can still be looked at. */
    private Map<String, String> client(Meeting meeting) {
        return providers.all().stream()
                .filter(it -> it.name().equals(meeting.provider()))
                .findFirst()
                .map(it -> it.browserClient().settings())
                .orElse(Map.of());
    }

    private String state(Meeting meeting, Instant now) {
        if (meeting.endedBy(now) != null) {
            return "ended";
        }
        return now.isBefore(joins.policy().opensAt(meeting.schedule())) ? "not-open" : "open";
    }
}
