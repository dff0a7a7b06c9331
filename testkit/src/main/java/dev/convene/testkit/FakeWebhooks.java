package dev.convene.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.core.provider.WebhookRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Both ends of the webhook of a {@link FakeProvider}: a form, and its signature in the header {@value #SIGNATURE}. */
public final class FakeWebhooks implements WebhookReceiver {

    public static final String SIGNATURE = "Fake-Signature";

    private static final URI ANY = URI.create("https://meet.example/webhooks/fake");

    private final ProviderName name;
    private final Hmac hmac = new Hmac();

    FakeWebhooks(ProviderName name) {
        this.name = name;
    }

    @Override
    public ProviderName name() {
        return name;
    }

    @Override
    public List<ProviderEvent> receive(WebhookRequest request) throws NotAuthentic, Unreadable {
        String signature = request.header(SIGNATURE).orElseThrow(() -> new NotAuthentic("no " + SIGNATURE));
        if (!hmac.isSignatureOf(request.body(), signature)) {
            throw new NotAuthentic("the signature does not fit the body");
        }
        return EventForm.read(Form.decode(new String(request.body(), UTF_8)));
    }

    /** The request that reports the event. */
    public WebhookRequest signed(ProviderEvent event) {
        byte[] body = Form.encode(EventForm.of(event)).getBytes(UTF_8);
        return request(body, hmac.sign(body));
    }

    /** The same report by someone who does not have the key. */
    public WebhookRequest forged(ProviderEvent event) {
        byte[] body = Form.encode(EventForm.of(event)).getBytes(UTF_8);
        return request(body, new Hmac().sign(body));
    }

    private static WebhookRequest request(byte[] body, String signature) {
        return new WebhookRequest(ANY, Map.of(SIGNATURE, List.of(signature)), body);
    }
}
