package dev.convene.starter.web;

import dev.convene.core.archive.Archive;
import dev.convene.core.archive.ArchivePage;
import dev.convene.core.archive.ArchiveService;
import dev.convene.core.meeting.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Archives")
class ArchiveController {

    private static final String ID = "Of an archive: its id here, or its provider's, which is metaData.id";

    private final ArchiveService archives;
    private final PublicUrls urls;
    private final JsonBodies bodies = new JsonBodies();

    ArchiveController(ArchiveService archives, PublicUrls urls) {
        this.archives = archives;
        this.urls = urls;
    }

    /** One page of the list. */
    @Schema(name = "ArchiveList")
    record Page(
            @Schema(description = "How many items there are on this page")
            int count,

            List<ArchiveView> items,
            @Nullable String nextCursor) {}

    /** Where the files of an archive that has several are. */
    @Schema(name = "ArchiveFiles")
    record Files(
            @Schema(description = "Secret, and good for minutes")
            List<URI> urls) {}

    @Operation(
            summary = "Start to record a meeting",
            description = "Needs StartMeetingArchive, and somebody in the meeting. The body may be left out.")
    @RequestBody(content = @Content(schema = @Schema(implementation = StartArchive.class)))
    @PostMapping("/session/{link}/archives")
    @ResponseStatus(HttpStatus.CREATED)
    ArchiveView start(@AuthenticationPrincipal Caller caller, @PathVariable String link, InputStream body)
            throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        StartArchive wanted = bytes.length == 0 ? StartArchive.PLAIN : bodies.read(bytes, StartArchive.class);
        return view(archives.start(caller, Links.of(link), wanted.toNewArchive()));
    }

    @Operation(summary = "Stop a recording", description = "Needs StopMeetingArchive. Its file comes later.")
    @Parameter(name = "id", description = ID)
    @PostMapping("/archives/{id}/stop")
    ArchiveView stop(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return view(archives.stop(caller, id));
    }

    @Operation(summary = "List archives, the latest first", description = "Needs GetMeetingArchives.")
    @Parameter(name = "meeting", schema = @Schema(type = "string"), description = "Only those of this meeting's code")
    @Parameter(
            name = "status",
            schema =
                    @Schema(
                            allowableValues = {
                                "requested",
                                "starting",
                                "active",
                                "stopping",
                                "uploading",
                                "failed",
                                "ready",
                                "expired"
                            }))
    @Parameter(name = "limit", schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "100"))
    @Parameter(name = "cursor", schema = @Schema(type = "string"), description = "nextCursor of the page before")
    @GetMapping("/archives")
    Page list(
            @AuthenticationPrincipal Caller caller,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
        ArchivePage page = archives.list(caller, ArchiveParameters.read(parameters));
        List<ArchiveView> items = page.archives().stream().map(this::view).toList();
        return new Page(items.size(), items, page.next().map(Cursor::of).orElse(null));
    }

    @Operation(summary = "Get an archive", description = "Needs GetMeetingArchives.")
    @Parameter(name = "id", description = ID)
    @GetMapping("/archives/{id}")
    ArchiveView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return view(archives.get(caller, id));
    }

    @Operation(summary = "Delete an archive and its files", description = "Needs DeleteMeetingArchive.")
    @Parameter(name = "id", description = ID)
    @DeleteMapping("/archives/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        archives.delete(caller, id);
    }

    @Operation(
            summary = "Download an archive",
            description =
                    "Needs GetMeetingArchives. Leads to the file at the provider; an archive of several lists them.")
    @Parameter(name = "id", description = ID)
    @ApiResponse(responseCode = "302", description = "To the only file", content = @Content)
    @ApiResponse(
            responseCode = "200",
            description = "Several files",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Files.class)))
    @GetMapping("/archives/{id}/download")
    ResponseEntity<?> download(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        List<URI> files = archives.download(caller, id);
        if (files.size() == 1) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(files.getFirst())
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Files(files));
    }

    @Operation(
            summary = "Arrange the people in a recording",
            description = "Needs StartMeetingArchive; for a composed one that is being recorded.")
    @Parameter(name = "id", description = ID)
    @RequestBody(content = @Content(schema = @Schema(implementation = ArrangeArchive.class)), required = true)
    @PutMapping(path = "/archives/{id}/layout", consumes = MediaType.APPLICATION_JSON_VALUE)
    ArchiveView arrange(@AuthenticationPrincipal Caller caller, @PathVariable String id, InputStream body)
            throws IOException {
        archives.get(caller, id);
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        return view(archives.arrange(
                caller, id, bodies.read(bytes, ArrangeArchive.class).toLayout()));
    }

    @Operation(
            summary = "Set where archives are kept from now on",
            description =
                    "Needs SetMeetingUploadTarget. For all tenants; the credentials are in the service's settings.")
    @RequestBody(content = @Content(schema = @Schema(implementation = SetStorageTarget.class)), required = true)
    @PutMapping(path = "/archives/storage-target", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void storeIn(@AuthenticationPrincipal Caller caller, InputStream body) throws IOException {
        byte[] bytes = JsonBodies.bytes(body, JsonBodies.MAX_BYTES);
        SetStorageTarget wanted = bodies.read(bytes, SetStorageTarget.class);
        archives.storeIn(caller, wanted.toProvider(), wanted.toTarget());
    }

    private ArchiveView view(Archive archive) {
        return ArchiveView.of(archive, urls.download(archive.key()));
    }
}
