package dev.convene.provider.twilio;

import com.twilio.rest.video.v1.Room.RoomType;

/** The kinds of rooms that Twilio has (https://www.twilio.com/docs/video/api/rooms-resource). */
enum RoomKind {
    /** For up to 50, recorded on demand: what Twilio has for new accounts. */
    GROUP(RoomType.GROUP, 50, true),
    /** For up to 4; of older accounts. */
    GROUP_SMALL(RoomType.GROUP_SMALL, 4, true),
    /** For up to 10, browser to browser, never recorded; of older accounts. */
    PEER_TO_PEER(RoomType.PEER_TO_PEER, 10, false),
    /** For 2, never recorded; of older accounts. */
    GO(RoomType.GO, 2, false);

    private final RoomType type;
    private final int most;
    private final boolean records;

    RoomKind(RoomType type, int most, boolean records) {
        this.type = type;
        this.most = most;
        this.records = records;
    }

    RoomType type() {
        return type;
    }

    int most() {
        return most;
    }

    boolean records() {
        return records;
    }
}
