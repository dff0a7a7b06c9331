package dev.convene.server.variables;

/** Where the service listens and what its rules are. */
final class ServiceVariables {

    static final VariableGroup GROUP = VariableGroup.of(
            "The service",
            Variable.of("PORT", "server.port", "where to listen; `3000` without it", Values.port(0)),
            Variable.of(
                    "HOST",
                    "server.address",
                    "the address to listen on; `127.0.0.1` without it, and with `--tls` every address",
                    Values::address),
            Variable.of(
                    "BASE_PATH",
                    "server.servlet.context-path",
                    "the path under which everything is served",
                    Values::path),
            Variable.of("CONVENE_HOME", "convene.home", "the data folder", Values::text),
            Variable.of(
                    "TIME_TO_START",
                    "convene.join.opens-before",
                    "how many minutes before its time a meeting opens; here `0` is 0, and not 10",
                    it -> Values.number(it, 0) + "m"));

    private ServiceVariables() {}
}
