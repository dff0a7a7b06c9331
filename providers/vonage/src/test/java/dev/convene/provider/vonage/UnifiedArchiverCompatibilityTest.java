package dev.convene.provider.vonage;

class UnifiedArchiverCompatibilityTest extends VonageArchiverCompatibility {

    UnifiedArchiverCompatibilityTest() {
        super(Credentials.UNIFIED);
    }
}
