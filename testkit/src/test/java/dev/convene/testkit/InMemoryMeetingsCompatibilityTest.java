package dev.convene.testkit;

class InMemoryMeetingsCompatibilityTest extends MeetingsCompatibilityKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
