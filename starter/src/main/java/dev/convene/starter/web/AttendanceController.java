package dev.convene.starter.web;

import dev.convene.core.attendance.Attendance;
import dev.convene.core.attendance.AttendanceService;
import dev.convene.core.attendance.PersonAttendance;
import dev.convene.core.meeting.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/session/{link}")
@Tag(name = "Attendance")
class AttendanceController {

    private static final Set<String> FORMATS = Set.of("json", "csv");

    private final AttendanceService attendance;
    private final Clock clock;

    AttendanceController(AttendanceService attendance, Clock clock) {
        this.attendance = attendance;
        this.clock = clock;
    }

    @Operation(
            summary = "List who is or was in",
            description = "Needs GetMeetingAttendees. active=true: who is in now.")
    @Parameter(name = "active", schema = @Schema(type = "string"))
    @GetMapping("/attendees")
    List<AttendeeView> attendees(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String link,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        boolean activeOnly = isTrue(parameters.getOrDefault("active", List.of()));
        Attendance all = attendance.attendance(caller, Links.of(link));
        return all.people().stream()
                .filter(it -> !activeOnly || it.present())
                .sorted(Comparator.comparing(PersonAttendance::number))
                .map(it -> AttendeeView.of(it, all.meeting()))
                .toList();
    }

    @Operation(summary = "Report who was in, and for how long", description = "Needs GetMeetingAttendees.")
    @GetMapping(
            path = "/attendance",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    ResponseEntity<?> report(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String link,
            @Parameter(schema = @Schema(allowableValues = {"json", "csv"})) @RequestParam(required = false) @Nullable
                    String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        if (format != null && !FORMATS.contains(format)) {
            throw ListParameters.invalid("format is json or csv.");
        }
        Attendance all = attendance.attendance(caller, Links.of(link));
        var view = AttendanceView.of(all, clock.instant());
        boolean csv = format == null ? accept != null && accept.contains("text/csv") : format.equals("csv");
        if (!csv) {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(view);
        }
        var file = ContentDisposition.attachment()
                .filename("attendance-" + all.meeting().link() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(AttendanceCsv.write(view));
    }

    /** As the predecessor: nothing else counts, and to say it twice is an error. */
    private static boolean isTrue(List<String> active) {
        if (active.size() > 1) {
            String given = active.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
            throw new BadRequest("invalid-parameter", "Invalid data " + given + " for parameter \"active\".");
        }
        return active.equals(List.of("true"));
    }
}
