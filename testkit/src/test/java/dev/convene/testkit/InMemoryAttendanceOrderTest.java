package dev.convene.testkit;

class InMemoryAttendanceOrderTest extends AttendanceOrderKit {

    @Override
    protected Stores emptyStores() {
        return Stores.inMemory();
    }
}
