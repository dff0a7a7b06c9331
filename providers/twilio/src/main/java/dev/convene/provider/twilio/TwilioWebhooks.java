package dev.convene.provider.twilio;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.util.List;

/**
 * Twilio's status callbacks of rooms, recordings and compositions: forms with names in PascalCase
 * (https://www.twilio.com/docs/video/api/status-callbacks), all sent to one URL.
 */
final class TwilioWebhooks implements WebhookReceiver {

    private final TwilioSignature signature;
    private final String accountSid;

    TwilioWebhooks(TwilioSignature signature, String accountSid) {
        this.signature = signature;
        this.accountSid = accountSid;
    }

    @Override
    public ProviderName name() {
        return TwilioProvider.NAME;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        signature.verify(request);
        FormBody form = FormBody.of(request.body());
        if (!form.needed("AccountSid").equals(accountSid)) {
            throw new NotAuthentic("it is of another account");
        }
        return StatusCallback.events(form);
    }
}
