package dev.convene.starter.jdbc;

import dev.convene.core.archive.Archive;
import dev.convene.core.meeting.Meeting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Adopted meetings in {@code convene_meeting}, each with its mark and its archive. */
record AdoptedMeetings(JdbcClient jdbc, Dialect dialect, JsonMapper json)
        implements AdoptionTarget<PredecessorMeeting> {

    private static final String MARK = """
            insert into convene_adopted (kind, source_id, our_id)
            select 'meeting', :id, id from convene_meeting where link = :link""";

    @Override
    public long before() {
        return jdbc.sql("select count(*) from convene_adopted where kind = 'meeting'")
                .query(Long.class)
                .single();
    }

    @Override
    public @Nullable String objection(PredecessorMeeting row) {
        Meeting meeting = row.meeting();
        boolean linkTaken = !jdbc.sql("select 1 from convene_meeting where link = :link")
                .param("link", meeting.link().value())
                .query(Integer.class)
                .list()
                .isEmpty();
        if (linkTaken) {
            return "a meeting of Convene has its meeting_link";
        }
        boolean roomTaken = !jdbc.sql("select 1 from convene_room where provider = :provider and room = :room")
                .params(VisitRows.key(meeting.room()))
                .query(Integer.class)
                .list()
                .isEmpty();
        return roomTaken ? "a meeting of Convene has its session_id" : null;
    }

    @Override
    public @Nullable String add(long id, PredecessorMeeting row) {
        Meeting meeting = row.meeting();
        String link = meeting.link().value();
        jdbc.sql(JdbcMeetings.INSERT).params(new MeetingRows(json).all(meeting)).update();
        jdbc.sql(JdbcMeetings.INSERT_ROOM).param("link", link).update();
        jdbc.sql(MARK).param("id", id).param("link", link).update();
        if (meeting.history().endedAt() != null) {
            // by the predecessor, which closed nothing: nothing is to be closed now
            jdbc.sql("update convene_meeting set room_closed_at = ended_at where link = :link")
                    .param("link", link)
                    .update();
        }
        addArchive(row.archive(id));
        return null;
    }

    /** Nothing keeps two rows of the predecessor's from having the same archive: the first has it. */
    private void addArchive(@Nullable Archive archive) {
        if (archive != null) {
            var columns = new ArchiveRows(new StorageRows(json)).all(archive);
            Dialect.inserted(() -> jdbc.sql(dialect.insertIfNew(JdbcArchives.INSERT))
                    .params(columns)
                    .update());
        }
    }
}
