package dev.convene.server.variables;

import java.util.List;
import java.util.Map;

/** The credentials of Vonage. */
final class VonageVariables {

    private static final String KEY = "convene.vonage.api-key";
    private static final String DEFAULT = "convene.default-provider";

    static final VariableGroup GROUP = VariableGroup.of(
            "Vonage",
            new Variable(
                    "VONAGE_API_KEY",
                    List.of(KEY, DEFAULT),
                    "the API key of an OpenTok project; new meetings are Vonage's then",
                    (text, others) -> Map.of(KEY, text, DEFAULT, "vonage")),
            Variable.of("VONAGE_API_SECRET", "convene.vonage.api-secret", "its secret", Values::text));

    private VonageVariables() {}
}
