package dev.convene.provider.embedded;

/** What every session works with. */
record SignalDesk(Entrance entrance, LiveRooms rooms, AttendanceReporter attendance, Moments moments) {

    /**
     * Somebody who joins five others sends five offers and some twenty candidates for each at once; after that little
     * comes, however fast somebody clicks.
     */
    TokenBucket messageBucket() {
        return new TokenBucket(60, 300, moments.nanoTime());
    }

    /** A chat message goes to everybody: as fast as people type, with a few pasted at once. */
    TokenBucket chatBucket() {
        return new TokenBucket(2, 10, moments.nanoTime());
    }
}
