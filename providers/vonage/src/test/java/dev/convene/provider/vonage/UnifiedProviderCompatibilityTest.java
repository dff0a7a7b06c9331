package dev.convene.provider.vonage;

class UnifiedProviderCompatibilityTest extends VonageProviderCompatibility {

    UnifiedProviderCompatibilityTest() {
        super(Credentials.UNIFIED);
    }
}
