package dev.convene.testkit;

import dev.convene.core.access.RevokedTokens;

class InMemoryRevokedTokensCompatibilityTest extends RevokedTokensCompatibilityKit {

    private final InMemoryRevokedTokens tokens = new InMemoryRevokedTokens();

    @Override
    protected RevokedTokens emptyRevokedTokens() {
        return tokens;
    }

    @Override
    protected int remembered() {
        return tokens.size();
    }
}
