package dev.convene.server.variables;

/** What the predecessor reads and nothing here has a use for: set or not, the start goes on. */
final class UnusedVariables {

    private static final String NO_CACHE =
            "there is no cache beside the database: keys and revoked tokens are read from there";
    private static final String NO_STATS_PAGE = "numbers are at `/actuator/prometheus`, for holders of `GetMetrics`";

    static final VariableGroup GROUP = VariableGroup.of(
            "Of the predecessor, without a meaning here",
            Variable.unused("NODE_ENV", "Node's own; there are no modes here"),
            Variable.unused("LOCALE", "messages are in English, as the predecessor's are by default"),
            Variable.unused("LOCALE_PATH", "as `LOCALE`"),
            Variable.unused("ENABLE_OBF", NO_STATS_PAGE),
            Variable.unused("OBF_PATH", NO_STATS_PAGE),
            Variable.unused(
                    "SWAGGER_USER", "the page to try the API, `/explorer`, shows nothing without an access token"),
            Variable.unused("SWAGGER_PASSWORD", "as `SWAGGER_USER`"),
            Variable.unused("REDIS_NAME", NO_CACHE),
            Variable.unused("REDIS_HOST", NO_CACHE),
            Variable.unused("REDIS_PORT", NO_CACHE),
            Variable.unused("REDIS_URL", NO_CACHE),
            Variable.unused("REDIS_PASSWORD", NO_CACHE),
            Variable.unused("REDIS_DATABASE", NO_CACHE),
            Variable.unused("REDIS_TLS_ENABLED", NO_CACHE),
            Variable.unused("REDIS_TLS_CERT", NO_CACHE),
            Variable.unused("REDIS_HAS_SENTINELS", NO_CACHE),
            Variable.unused("REDIS_SENTINELS", NO_CACHE),
            Variable.unused("REDIS_SENTINEL_HOST", NO_CACHE),
            Variable.unused("REDIS_SENTINEL_PORT", NO_CACHE),
            Variable.unused("REDIS_SENTINEL_PASSWORD", NO_CACHE),
            Variable.unused("REDIS_SENTINEL_ROLE", NO_CACHE));

    private UnusedVariables() {}
}
