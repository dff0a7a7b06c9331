package dev.convene.store.jpa;

import dev.convene.testkit.MeetingsCompatibilityKit;
import dev.convene.testkit.Stores;

class PostgresqlMeetingsCompatibilityIT extends MeetingsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.postgresql();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
