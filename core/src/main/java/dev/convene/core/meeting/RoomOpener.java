package dev.convene.core.meeting;

import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomLife;
import dev.convene.core.provider.VideoProvider;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a meeting a room that people can enter, where the provider's rooms live only while they are used. */
final class RoomOpener {

    private final Meetings meetings;
    private final Providers providers;
    private final RoomCloser closer;

    RoomOpener(Meetings meetings, Providers providers, RoomCloser closer) {
        this.meetings = meetings;
        this.providers = providers;
        this.closer = closer;
    }

    /** Whether the meeting's room is there for certain, without a question to the provider. */
    boolean isCertainlyOpen(Meeting meeting) {
        return meeting.hasRoom()
                && providers.named(meeting.provider()).capabilities().roomLife() == RoomLife.UNTIL_CLOSED;
    }

    /** Opens a room if there is none, or the provider has closed it. Of two who come at once both get the same room. */
    Meeting open(Meeting meeting, Stamp by) {
        VideoProvider provider = providers.named(meeting.provider());
        @Nullable RoomId old = meeting.roomId();
        if (old != null && provider.isOpen(old)) {
            return meeting;
        }
        var opened =
                new Room(provider.name(), provider.openRoom(meeting.options().roomSpec()));
        try {
            Meeting moved = meetings.change(meeting.tenant(), meeting.link(), it -> {
                if (it.endedBy(by.at()) != null) {
                    throw new MeetingProblem.Ended(Objects.requireNonNull(it.endedBy(by.at())));
                }
                return Objects.equals(it.roomId(), old) ? it.moveTo(opened.id()) : it;
            });
            if (!moved.room().equals(opened)) {
                closer.close(opened);
            }
            return moved;
        } catch (RuntimeException e) {
            closer.close(opened);
            throw e;
        }
    }
}
