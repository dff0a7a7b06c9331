package dev.convene.provider.livekit;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.util.List;

/** What LiveKit reports of rooms and people, all sent to one URL. */
final class LiveKitWebhooks implements WebhookReceiver {

    private final WebhookProof proof;
    private final Doorkeeper doorkeeper;

    LiveKitWebhooks(WebhookProof proof, Doorkeeper doorkeeper) {
        this.proof = proof;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public ProviderName name() {
        return LiveKitProvider.NAME;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        proof.verify(request);
        List<ProviderEvent> events = WebhookBody.read(request.body());
        doorkeeper.see(events);
        return events;
    }
}
