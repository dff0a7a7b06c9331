package dev.convene.provider.vonage;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.util.List;

/** The callbacks of session monitoring and of archives, which may all have the same URL. */
final class VonageWebhooks implements WebhookReceiver {

    private final CallbackProof proof;
    private final CallbackBody body;

    VonageWebhooks(CallbackProof proof, CallbackBody body) {
        this.proof = proof;
        this.body = body;
    }

    @Override
    public ProviderName name() {
        return VonageProvider.NAME;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        proof.verify(request);
        return body.read(request.body());
    }
}
