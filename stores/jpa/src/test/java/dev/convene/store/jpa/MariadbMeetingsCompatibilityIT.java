package dev.convene.store.jpa;

import dev.convene.testkit.MeetingsCompatibilityKit;
import dev.convene.testkit.NeedsMariaDb;
import dev.convene.testkit.Stores;

@NeedsMariaDb
class MariadbMeetingsCompatibilityIT extends MeetingsCompatibilityKit {

    private static final TestUnits UNIT = TestUnits.mariadb();

    @Override
    protected Stores emptyStores() {
        return UNIT.empty();
    }
}
