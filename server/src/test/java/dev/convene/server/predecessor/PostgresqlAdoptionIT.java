package dev.convene.server.predecessor;

class PostgresqlAdoptionIT extends AdoptionRules {

    @Override
    PredecessorDatabase database() {
        return PredecessorDatabase.postgresql();
    }
}
