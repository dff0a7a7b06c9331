package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.History;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.Options;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.Schedule;
import dev.convene.core.meeting.Stamp;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A meeting for tests, each with a link and a room of its own: {@code aMeeting().startingAt(NOON).build()}. */
public final class ExampleMeeting {

    public static final ProviderName PROVIDER = new ProviderName("fake");
    public static final TenantId TENANT = new TenantId("acme");
    public static final TenantId OTHER_TENANT = new TenantId("globex");

    private static final AtomicInteger LAST_NUMBER = new AtomicInteger();

    private MeetingLink link;
    private Room room;
    private boolean withoutRoom;
    private TenantId tenant = TENANT;
    private Details details = Details.NONE;
    private Options options = Options.DEFAULT;
    private Instant startsAt = NOON;
    private @Nullable Instant plannedEnd;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;

    private ExampleMeeting(int number) {
        link = new MeetingLink("meeting-" + number);
        room = new Room(PROVIDER, new RoomId("room-" + number));
    }

    /** Upcoming, scheduled for noon, of {@link #TENANT}, with no wishes. */
    public static ExampleMeeting aMeeting() {
        return new ExampleMeeting(LAST_NUMBER.incrementAndGet());
    }

    public ExampleMeeting linked(String value) {
        link = new MeetingLink(value);
        return this;
    }

    public ExampleMeeting in(Room itsRoom) {
        room = itsRoom;
        return this;
    }

    /** Its room is opened later. */
    public ExampleMeeting withoutRoom() {
        withoutRoom = true;
        return this;
    }

    public ExampleMeeting of(TenantId itsTenant) {
        tenant = itsTenant;
        return this;
    }

    public ExampleMeeting described(Details itsDetails) {
        details = itsDetails;
        return this;
    }

    public ExampleMeeting with(Options itsOptions) {
        options = itsOptions;
        return this;
    }

    public ExampleMeeting startingAt(Instant time) {
        startsAt = time;
        return this;
    }

    public ExampleMeeting plannedToEndAt(Instant time) {
        plannedEnd = time;
        return this;
    }

    public ExampleMeeting startedAt(Instant time) {
        startedAt = time;
        return this;
    }

    public ExampleMeeting endedAt(Instant time) {
        endedAt = time;
        return this;
    }

    public Meeting addedTo(Stores stores) {
        Meeting meeting = build();
        stores.meetings().add(meeting);
        return meeting;
    }

    public Meeting build() {
        return new Meeting(
                link,
                tenant,
                details,
                Schedule.at(startsAt, plannedEnd),
                options,
                room.provider(),
                withoutRoom ? null : room.id(),
                new History(new Stamp("creator", NOON), new Stamp("editor", NOON), startedAt, endedAt));
    }
}
