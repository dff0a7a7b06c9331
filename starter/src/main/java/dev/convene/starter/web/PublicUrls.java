package dev.convene.starter.web;

import dev.convene.core.archive.ArchiveKey;
import dev.convene.core.meeting.MeetingLink;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The URLs of this service that it hands out. */
final class PublicUrls {

    private final @Nullable URI publicUrl;

    /** @param publicUrl where people reach this service; null for where the current request reached it */
    PublicUrls(@Nullable URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** What people share. */
    String join(MeetingLink link) {
        return url("meet", link.value());
    }

    /** Of an archive's file, for who is signed in. */
    String download(ArchiveKey key) {
        return url("archives", key.value(), "download");
    }

    private String url(String... path) {
        UriComponentsBuilder base = publicUrl == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUri(publicUrl);
        return base.pathSegment(path).encode().toUriString();
    }
}
