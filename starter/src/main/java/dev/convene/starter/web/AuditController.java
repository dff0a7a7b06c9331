package dev.convene.starter.web;

import dev.convene.core.audit.AuditLog;
import dev.convene.core.audit.AuditPage;
import dev.convene.core.meeting.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Audit log")
class AuditController {

    private final @Nullable AuditLog log;

    /** @param log null if it is off */
    AuditController(@Nullable AuditLog log) {
        this.log = log;
    }

    /** One page of the list. */
    @Schema(name = "AuditLogList")
    record Page(List<AuditView> items, @Nullable String nextCursor) {}

    @Operation(
            summary = "List who changed what, the latest first",
            description = "Needs GetAuditLogs. A change is here a moment after it was made.")
    @Parameter(name = "entityId", schema = @Schema(type = "string"), description = "A meeting's link, a connection")
    @Parameter(name = "actor", schema = @Schema(type = "string"))
    @Parameter(
            name = "action",
            schema =
                    @Schema(
                            allowableValues = {
                                "INSERT_ONE",
                                "INSERT_MANY",
                                "UPDATE_ONE",
                                "UPDATE_MANY",
                                "DELETE_ONE",
                                "DELETE_MANY"
                            }))
    @Parameter(name = "from", schema = @Schema(format = "date-time"), description = "Inclusive")
    @Parameter(name = "to", schema = @Schema(format = "date-time"), description = "Exclusive")
    @Parameter(name = "limit", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
    @Parameter(name = "cursor", schema = @Schema(type = "string"), description = "nextCursor of the page before")
    @GetMapping("/audit-logs")
    Page auditLogs(
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        if (log == null) {
            throw new AuditLogOff();
        }
        AuditPage page = log.list(caller.tenant(), AuditParameters.read(parameters));
        return new Page(
                page.entries().stream().map(AuditView::of).toList(),
                page.next().map(String::valueOf).orElse(null));
    }

    /** Nobody turned it on. */
    static final class AuditLogOff extends RuntimeException {}
}
