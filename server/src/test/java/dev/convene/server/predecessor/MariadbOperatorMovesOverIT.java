package dev.convene.server.predecessor;

import dev.convene.testkit.NeedsMariaDb;

@NeedsMariaDb
class MariadbOperatorMovesOverIT extends OperatorMovesOver {

    @Override
    PredecessorDatabase database() {
        return PredecessorDatabase.mariadb();
    }
}
