package dev.convene.server.predecessor;

import dev.convene.testkit.NeedsMariaDb;

@NeedsMariaDb
class MariadbAdoptionIT extends AdoptionRules {

    @Override
    PredecessorDatabase database() {
        return PredecessorDatabase.mariadb();
    }
}
