package dev.convene.testkit.scenario;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingEdit;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Stamp;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it is asked and told. */
final class RecordingHooks implements MeetingHooks, Iterable<String> {

    private final List<String> told = new CopyOnWriteArrayList<>();

    void clear() {
        told.clear();
    }

    @Override
    public Iterator<String> iterator() {
        return told.iterator();
    }

    @Override
    public void beforeCreate(Caller caller, NewMeeting wanted) {
        told.add("before create by " + caller.id());
    }

    @Override
    public void afterCreate(Meeting created) {
        told.add("created " + created.state());
    }

    @Override
    public void beforeStart(Meeting meeting, Stamp first) {
        told.add("before start by " + first.by());
    }

    @Override
    public void afterStart(Meeting started) {
        told.add("started " + started.state());
    }

    @Override
    public void beforeEdit(Caller caller, Meeting meeting, MeetingEdit edit) {
        told.add("before edit by " + caller.id());
    }

    @Override
    public void afterEdit(Meeting edited) {
        told.add("edited " + edited.details().title());
    }

    @Override
    public void beforeEnd(Caller caller, Meeting meeting) {
        told.add("before end by " + caller.id());
    }

    @Override
    public void afterEnd(Meeting ended) {
        told.add("ended " + ended.state() + " by " + ended.history().modified().by());
    }
}
