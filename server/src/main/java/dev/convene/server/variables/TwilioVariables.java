package dev.convene.server.variables;

import dev.convene.server.variables.Reading.Variables;
import java.util.List;
import java.util.Map;

/** The credentials of Twilio. */
final class TwilioVariables {

    private static final String ACCOUNT = "convene.twilio.account-sid";
    private static final String DEFAULT = "convene.default-provider";

    static final VariableGroup GROUP = VariableGroup.of(
            "Twilio",
            new Variable(
                    "TWILIO_ACCOUNT_SID",
                    List.of(ACCOUNT, DEFAULT),
                    "the account; new meetings are Twilio's then, unless `VONAGE_API_KEY` is set too",
                    TwilioVariables::account),
            Variable.of(
                    "TWILIO_AUTH_TOKEN",
                    "convene.twilio.auth-token",
                    "proves that callbacks are Twilio's; the predecessor signed join tokens with it",
                    Values::text),
            Variable.of("TWILIO_API_KEY", "convene.twilio.api-key-sid", "the SID of an API key, `SK…`", Values::text),
            Variable.of(
                    "TWILIO_API_SECRET",
                    "convene.twilio.api-key-secret",
                    "its secret; it signs join tokens",
                    Values::text),
            Variable.of(
                    "AWS_CREDENTIAL_SID",
                    "convene.twilio.aws-credential-sid",
                    "the SID of AWS keys that Twilio was given, for archives in S3",
                    Values::text));

    private TwilioVariables() {}

    private static Map<String, String> account(String text, Variables others) {
        return others.value("VONAGE_API_KEY").isPresent()
                ? Map.of(ACCOUNT, text)
                : Map.of(ACCOUNT, text, DEFAULT, "twilio");
    }
}
