package dev.convene.provider.livekit;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** One of what a LiveKit server needs is set; what is missing is then told by {@link LiveKitProperties}. */
final class LiveKitCondition extends SpringBootCondition {

    private static final List<String> NEEDED = List.of("api-key", "api-secret", "url");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var message = ConditionMessage.forCondition("LiveKit's credentials");
        return NEEDED.stream()
                .map("convene.livekit."::concat)
                .filter(it -> !context.getEnvironment().getProperty(it, "").isBlank())
                .findFirst()
                .map(it -> ConditionOutcome.match(message.found("setting").items(it)))
                .orElseGet(() -> ConditionOutcome.noMatch(message.because("none is set")));
    }
}
