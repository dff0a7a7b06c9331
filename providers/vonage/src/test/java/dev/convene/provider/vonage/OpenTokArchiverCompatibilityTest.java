package dev.convene.provider.vonage;

class OpenTokArchiverCompatibilityTest extends VonageArchiverCompatibility {

    OpenTokArchiverCompatibilityTest() {
        super(Credentials.OPENTOK);
    }
}
