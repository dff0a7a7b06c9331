package dev.convene.server.predecessor;

class PostgresqlOperatorMovesOverIT extends OperatorMovesOver {

    @Override
    PredecessorDatabase database() {
        return PredecessorDatabase.postgresql();
    }
}
