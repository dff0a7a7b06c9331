package dev.convene.provider.embedded;

/** What every session works with. */
record SignalDesk(Entrance entrance, LiveRooms rooms, AttendanceReporter attendance, Moments moments) {

    /**
     * Somebody who joins five others sends five offers, and for each some candidates for every address of their machine
     * and every kind of media: several hundred messages at once, then next to none.
     */
    TokenBucket messageBucket() {
        return new TokenBucket(100, 1_000, moments.nanoTime());
    }

    /** A chat message goes to everybody: as fast as people type, with a few pasted at once. */
    TokenBucket chatBucket() {
        return new TokenBucket(2, 10, moments.nanoTime());
    }
}
