package dev.convene.provider.twilio;

import dev.convene.core.provider.ArchiveId;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.FaultyVendor;
import dev.convene.testkit.RemoteArchiverCompatibilityKit;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwilioArchiverCompatibilityTest extends RemoteArchiverCompatibilityKit {

    @RegisterExtension
    final Stage stage = Stage.impatient();

    @Override
    protected VideoProvider newProvider() {
        return stage.provider;
    }

    @Override
    protected FaultyVendor vendor() {
        return stage.twilio;
    }

    @Override
    protected void arrives(RoomId room) {
        stage.join(room, "ada");
    }

    /** The meeting ends, the tracks become files, and the file that is asked for then is made of them. */
    @Override
    protected void complete(ArchiveId id) {
        var room = new RoomId(id.value());
        if (stage.rooms.isOpen(room)) {
            provider().closeRoom(room);
        }
        stage.twilio.finishRecordings(room.value());
        archiver().refresh(id);
        stage.twilio.finishCompositions(room.value());
    }

    /** It is asked first how the room is. */
    @Override
    protected void failNextStart() {
        stage.twilio.failNextRules();
    }

    @Override
    protected boolean recordsEmptyRooms() {
        return true;
    }

    @Override
    protected boolean recordsRoomsAgain() {
        return false;
    }
}
