package dev.convene.provider.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import com.twilio.rest.video.v1.Composition;
import com.twilio.rest.video.v1.Composition.Format;
import com.twilio.rest.video.v1.CompositionCreator;
import com.twilio.rest.video.v1.CompositionReader;
import dev.convene.core.provider.RoomId;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes one file of a room's tracks, https://www.twilio.com/docs/video/api/compositions-resource. */
final class Compositions {

    private static final int PAGE = 100;
    private static final String ALL = "*";

    /** Everybody in a grid. As text, for the SDK writes objects as Java prints them. */
    private static final String GRID = "{\"grid\":{\"video_sources\":[\"*\"]}}";

    /** The largest that Twilio makes. */
    private static final String RESOLUTION = "1280x720";

    /** Seconds, for which an address of a file is good. */
    private static final int LINK_LIFE = 600;

    private final @Nullable URI callback;

    /** @param callback where Twilio reports how far they are */
    Compositions(@Nullable URI callback) {
        this.callback = callback;
    }

    /** The newest first. */
    static List<Composition> of(RoomId room, TwilioRestClient client) {
        CompositionReader reader = Composition.reader().setRoomSid(room.value());
        reader.pageSize(PAGE);
        var compositions = new ArrayList<Composition>();
        reader.read(client).forEach(compositions::add);
        compositions.sort(
                Comparator.comparing(Composition::getDateCreated, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed());
        return compositions;
    }

    Composition compose(RoomRecord record, TwilioRestClient client) {
        CompositionCreator creator =
                Composition.creator(record.room().getSid()).setAudioSources(ALL).setFormat(Format.MP4);
        if (record.tracks().haveVideo()) {
            creator.setVideoLayout(GRID).setResolution(RESOLUTION);
        }
        if (callback != null) {
            creator.setStatusCallback(callback).setStatusCallbackMethod(HttpMethod.POST);
        }
        return creator.create(client);
    }

    /** Where the files of the archive are, none if they are not with Twilio. */
    static List<URI> links(RoomRecord record, TwilioRestClient client) {
        if (record.isIndividual()) {
            return record.tracks().files().stream()
                    .filter(it -> it.getMediaExternalLocation() == null)
                    .map(it -> link("/v1/Recordings/" + it.getSid(), client))
                    .toList();
        }
        Optional<Composition> file = record.composition().filter(it -> it.getMediaExternalLocation() == null);
        return file.map(it -> link("/v1/Compositions/" + it.getSid(), client)).stream()
                .toList();
    }

    /** The SDK has no call for it; it is in the resources' {@code links.media}. */
    private static URI link(String resource, TwilioRestClient client) {
        var request = new Request(HttpMethod.GET, Domains.VIDEO.toString(), resource + "/Media");
        request.addQueryParam("Ttl", Integer.toString(LINK_LIFE));
        URI address = URI.create(client.request(request).getContent());
        if (!address.isAbsolute()) {
            throw new IllegalStateException("no address of the file");
        }
        return address;
    }
}
