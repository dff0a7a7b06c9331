package dev.convene.starter.web;

import dev.convene.core.meeting.MeetingLink;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** The URLs that people share. */
final class JoinUrls {

    private final @Nullable URI publicUrl;

    /** @param publicUrl where people reach this service; null for where the current request reached it */
    JoinUrls(@Nullable URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    String of(MeetingLink link) {
        UriComponentsBuilder base = publicUrl == null
                ? ServletUriComponentsBuilder.fromCurrentContextPath()
                : UriComponentsBuilder.fromUri(publicUrl);
        return base.pathSegment("meet", link.value()).encode().toUriString();
    }
}
