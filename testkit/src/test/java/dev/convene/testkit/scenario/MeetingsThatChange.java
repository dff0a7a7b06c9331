package dev.convene.testkit.scenario;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingPage;
import dev.convene.core.meeting.MeetingQuery;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.core.meeting.Meetings;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Room;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.RoomId;
import dev.convene.testkit.TestConvene;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Meetings of which something happens right after the overdue ones were read. */
record MeetingsThatChange(Meetings meetings, Runnable meanwhile) implements Meetings {

    MeetingSweeper sweeper(TestConvene convene) {
        var stores = new MeetingStores(
                this,
                convene.stores().idempotencyKeys(),
                convene.stores().usage(),
                convene.stores().removals());
        var providers =
                new Providers(List.of(convene.provider()), convene.provider().name());
        return new MeetingSweeper(stores, providers, convene.clock());
    }

    @Override
    public List<Meeting> overdue(Instant now, int limit) {
        List<Meeting> overdue = meetings.overdue(now, limit);
        meanwhile.run();
        return overdue;
    }

    @Override
    public void add(Meeting meeting) {
        meetings.add(meeting);
    }

    @Override
    public Optional<Meeting> find(TenantId tenant, MeetingLink link) {
        return meetings.find(tenant, link);
    }

    @Override
    public Optional<Meeting> findByLink(MeetingLink link) {
        return meetings.findByLink(link);
    }

    @Override
    public Optional<Meeting> findByRoom(ProviderName provider, RoomId room) {
        return meetings.findByRoom(provider, room);
    }

    @Override
    public Optional<Meeting> meetingOf(Room room) {
        return meetings.meetingOf(room);
    }

    @Override
    public Meeting change(TenantId tenant, MeetingLink link, UnaryOperator<Meeting> change) {
        return meetings.change(tenant, link, change);
    }

    @Override
    public MeetingPage list(TenantId tenant, MeetingQuery query) {
        return meetings.list(tenant, query);
    }

    @Override
    public List<Meeting> toClose(Instant now, int limit) {
        return meetings.toClose(now, limit);
    }

    @Override
    public void roomClosed(Room room, Instant at) {
        meetings.roomClosed(room, at);
    }

    @Override
    public void roomNotClosed(Room room, Instant again) {
        meetings.roomNotClosed(room, again);
    }
}
