package dev.convene.provider.twilio;

import com.twilio.http.TwilioRestClient;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.JoinToken;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.RoomId;
import dev.convene.core.provider.RoomSpec;
import dev.convene.core.provider.WebhookRequest;
import dev.convene.testkit.SettableClock;
import dev.convene.vendor.testkit.twilio.TwilioCallback;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The provider, and Twilio on loopback behind it. */
final class Stage implements AfterEachCallback {

    static final URI CALLBACK = URI.create("https://meet.example.org/webhooks/twilio");
    static final AccessTokens.Key KEY =
            new AccessTokens.Key(TwilioStub.ACCOUNT_SID, TwilioStub.API_KEY_SID, TwilioStub.API_KEY_SECRET);

    final SettableClock clock = new SettableClock();
    final TwilioStub twilio = new TwilioStub(clock);
    final AccessTokens tokens = new AccessTokens(KEY, clock);
    final TwilioHttp http;
    final TwilioCalls calls;
    final TwilioRooms rooms;
    final TwilioProvider provider;
    final TwilioWebhooks webhooks =
            new TwilioWebhooks(new TwilioSignature(TwilioStub.AUTH_TOKEN, CALLBACK), KEY.accountSid());

    Stage() {
        this(RoomKind.GROUP, Duration.ofSeconds(30));
    }

    /** @param patience for an answer */
    Stage(RoomKind kind, Duration patience) {
        http = new TwilioHttp(twilio.url(), new TwilioHttp.Patience(patience, patience, 2));
        calls = new TwilioCalls(new TwilioRestClient.Builder(KEY.keySid(), KEY.secret())
                .accountSid(KEY.accountSid())
                .httpClient(http)
                .build());
        rooms = new TwilioRooms(calls, rules(kind, CALLBACK));
        var storage = new TwilioStorage(calls, "CR00000000000000000000000000000001", false);
        provider = new TwilioProvider(rooms, tokens, new TwilioArchiver(calls, rooms, storage));
    }

    /** With a vendor that hangs, for the kits; where the first call, which loads the SDK, is behind us. */
    static Stage impatient() {
        var first = new Stage();
        first.provider.openRoom(RoomSpec.plain());
        first.afterEach(null);
        return new Stage(RoomKind.GROUP, Duration.ofMillis(900));
    }

    static RoomRules rules(RoomKind kind, @Nullable URI callback) {
        var minutes = Duration.ofMinutes(5);
        return new RoomRules(kind, kind.most(), null, minutes, minutes, Duration.ofHours(24), callback);
    }

    ConnectionId join(RoomId room, String identity) {
        return new ConnectionId(twilio.join(room.value(), identity));
    }

    /** What the callbacks since the last time say, each signed by Twilio. */
    List<ProviderEvent> reported() {
        return twilio.takeCallbacks().stream()
                .flatMap(it -> received(it).stream())
                .toList();
    }

    List<ProviderEvent> received(TwilioCallback callback) {
        try {
            return webhooks.receive(request(callback, callback.signature(TwilioStub.AUTH_TOKEN)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static WebhookRequest request(TwilioCallback callback, String signature) {
        return new WebhookRequest(
                callback.url(),
                Map.of(
                        TwilioCallback.SIGNATURE,
                        List.of(signature),
                        "content-type",
                        List.of(TwilioCallback.CONTENT_TYPE)),
                callback.body().getBytes());
    }

    AccessTokens.Holder holder(JoinToken token) {
        return tokens.verify(token.value()).orElseThrow();
    }

    @Override
    public void afterEach(@Nullable ExtensionContext context) {
        http.close();
        twilio.close();
    }
}
