package dev.convene.provider.twilio;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** One of the credentials is set; which of them are missing is then told by {@link TwilioProperties}. */
final class TwilioCondition extends SpringBootCondition {

    private static final List<String> CREDENTIALS =
            List.of("account-sid", "auth-token", "api-key-sid", "api-key-secret");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var message = ConditionMessage.forCondition("Twilio's credentials");
        return CREDENTIALS.stream()
                .map("convene.twilio."::concat)
                .filter(it -> !context.getEnvironment().getProperty(it, "").isBlank())
                .findFirst()
                .map(it -> ConditionOutcome.match(message.found("setting").items(it)))
                .orElseGet(() -> ConditionOutcome.noMatch(message.because("none is set")));
    }
}
