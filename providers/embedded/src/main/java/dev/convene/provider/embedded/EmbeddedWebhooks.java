package dev.convene.provider.embedded;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.util.List;

/**
 * What signalling that runs apart from this process reports, in the form of Vonage's signed callbacks.
 *
 * <p>{@code Authorization: Bearer <JWT>}, HS256, {@code iss} {@code convene-embedded}, {@code iat} no more than five minutes
 * away, {@code payload_hash} the lower-case hex SHA-256 of the raw body. The body is one report or an array of them:
 *
 * <pre>{"id", "event": "connectionCreated" | "connectionDestroyed" | "ended", "sessionId", "timestamp": milliseconds,
 *  "connection": {"id", "data": identity, "name"}}</pre>
 */
final class EmbeddedWebhooks implements WebhookReceiver {

    private final WebhookSignature signature;

    EmbeddedWebhooks(WebhookSignature signature) {
        this.signature = signature;
    }

    @Override
    public ProviderName name() {
        return EmbeddedProvider.NAME;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        signature.verify(request);
        return WebhookBody.read(request.body());
    }
}
