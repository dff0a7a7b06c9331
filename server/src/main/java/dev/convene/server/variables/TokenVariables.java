package dev.convene.server.variables;

/** How callers' access tokens are verified. */
final class TokenVariables {

    static final VariableGroup GROUP = VariableGroup.of(
            "Access tokens",
            Variable.of(
                    "JWT_SECRET",
                    "convene.jwt.secret",
                    "the key of HS256 tokens; one of fewer than 32 bytes works as with the predecessor, with a warning",
                    Values::text),
            Variable.of("JWT_ISSUER", "convene.jwt.issuer", "the `iss` that tokens must have", Values::text));

    private TokenVariables() {}
}
