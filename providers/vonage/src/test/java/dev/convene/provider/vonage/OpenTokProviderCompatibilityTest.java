package dev.convene.provider.vonage;

class OpenTokProviderCompatibilityTest extends VonageProviderCompatibility {

    OpenTokProviderCompatibilityTest() {
        super(Credentials.OPENTOK);
    }
}
