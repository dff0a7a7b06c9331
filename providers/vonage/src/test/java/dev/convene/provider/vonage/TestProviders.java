package dev.convene.provider.vonage;

import dev.convene.core.provider.BrowserClient;
import dev.convene.provider.vonage.VonageHttp.Patience;
import dev.convene.provider.vonage.VonageProvider.Offer;
import dev.convene.provider.vonage.VonageStorage.AzureKeys;
import dev.convene.provider.vonage.VonageStorage.S3Keys;
import dev.convene.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;

/** Providers as the settings would make them, at a stub. */
final class TestProviders {

    static final Patience LITTLE = new Patience(Duration.ofMillis(500), Duration.ofMillis(400), 2);
    static final S3Keys S3 = new S3Keys("AKIATEST", "awssecret", "s3");
    static final AzureKeys AZURE = new AzureKeys("azkey", "azcontainer");

    private TestProviders() {}

    static VonageHttp http(VonageStub stub, Credentials credentials) {
        return http(stub, credentials, new SettableClock());
    }

    static VonageHttp http(VonageStub stub, Credentials credentials, Clock clock) {
        return new VonageHttp(credentials.account(), stub.url(), LITTLE, clock);
    }

    static VonageProvider routed(VonageHttp http, Credentials credentials) {
        return provider(http, credentials, true);
    }

    static VonageProvider relayed(VonageHttp http, Credentials credentials) {
        return provider(http, credentials, false);
    }

    private static VonageProvider provider(VonageHttp http, Credentials credentials, boolean routed) {
        Account account = credentials.account();
        var storage = new VonageStorage(account.setsStorage(), S3, AZURE);
        return new VonageProvider(http, new JwtTokens(account), new Offer(routed, 50, storage, BrowserClient.OWN));
    }
}
