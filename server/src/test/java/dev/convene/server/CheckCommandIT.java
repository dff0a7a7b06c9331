package dev.convene.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.provider.livekit.LiveKitStub;
import dev.convene.provider.vonage.Credentials;
import dev.convene.provider.vonage.VonageStub;
import dev.convene.testkit.VendorFault;
import dev.convene.vendor.testkit.twilio.TwilioStub;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandIT {

    private static final String SECRET = ((Credentials.OpenTok) Credentials.OPENTOK).secret();

    @RegisterExtension
    final VonageStub vonage = new VonageStub(Credentials.OPENTOK);

    @TempDir
    private Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aProviderThatWorksIsSaidSoAndNothingIsLeftThere() {
        assertThat(check("--VONAGE_API_KEY=" + Credentials.OPENTOK.project(), "--VONAGE_API_SECRET=" + SECRET))
                .isZero();

        assertThat(said())
                .contains(
                        "opened a room: 2_MX",
                        "signed a join token",
                        "asked who is in it: 0",
                        "closed the room",
                        "All is well.")
                .doesNotContain(SECRET, "eyJ");
    }

    @Test
    void twilioIsCheckedInTheSameWay() throws Exception {
        try (var twilio = new TwilioStub(Clock.systemUTC())) {
            int status = commands()
                    .run(List.of(
                            "check",
                            "twilio",
                            "--CONVENE_HOME=" + home,
                            "--TWILIO_ACCOUNT_SID=" + TwilioStub.ACCOUNT_SID,
                            "--TWILIO_AUTH_TOKEN=" + TwilioStub.AUTH_TOKEN,
                            "--TWILIO_API_KEY=" + TwilioStub.API_KEY_SID,
                            "--TWILIO_API_SECRET=" + TwilioStub.API_KEY_SECRET,
                            "--convene.twilio.url=" + twilio.url(),
                            "--convene.public-url=https://meet.example.org"));

            assertThat(said())
                    .contains("opened a room: RM", "signed a join token", "closed the room", "All is well.")
                    .doesNotContain(TwilioStub.AUTH_TOKEN, TwilioStub.API_KEY_SECRET, "eyJ");
            assertThat(status).isZero();
        }
    }

    @Test
    void livekitIsCheckedInTheSameWay() {
        try (var livekit = new LiveKitStub(Clock.systemUTC())) {
            int status = commands()
                    .run(List.of(
                            "check",
                            "livekit",
                            "--CONVENE_HOME=" + home,
                            "--convene.livekit.url=" + livekit.url(),
                            "--convene.livekit.api-key=" + LiveKitStub.KEY,
                            "--convene.livekit.api-secret=" + LiveKitStub.SECRET));

            assertThat(said())
                    .contains("opened a room: convene-", "signed a join token", "closed the room", "All is well.")
                    .doesNotContain(LiveKitStub.SECRET, "eyJ");
            assertThat(status).isZero();
        }
    }

    @Test
    void wrongCredentialsAreSaidSo() {
        assertThat(check("--VONAGE_API_KEY=" + Credentials.OPENTOK.project(), "--VONAGE_API_SECRET=" + "x".repeat(40)))
                .isEqualTo(1);

        assertThat(said())
                .contains(
                        "FAILED: vonage refused our credentials to open a room", "the credentials in convene.vonage.*")
                .doesNotContain("xxxx");
    }

    @Test
    void anOutageIsSaidSo() {
        vonage.fail(VendorFault.answers(503));

        assertThat(check("--VONAGE_API_KEY=" + Credentials.OPENTOK.project(), "--VONAGE_API_SECRET=" + SECRET))
                .isEqualTo(1);
        assertThat(said()).contains("vonage is unavailable to open a room", "503", "proxy, firewall");
    }

    @Test
    void withoutCredentialsItSaysWhichAreMissing() {
        assertThat(check()).isEqualTo(1);

        assertThat(said()).contains("vonage has no credentials", "docs/providers.md");
    }

    @Test
    void whatIsNoProviderIsRefused() {
        assertThat(commands().run(List.of("check", "zoom"))).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(commands().run(List.of("check"))).isEqualTo(Commands.MISUNDERSTOOD);
        assertThat(said()).contains("no provider zoom", "vonage");
    }

    private int check(String... settings) {
        var words = new ArrayList<>(
                List.of("check", "vonage", "--CONVENE_HOME=" + home, "--convene.vonage.url=" + vonage.url()));
        words.addAll(List.of(settings));
        return commands().run(words);
    }

    private Commands commands() {
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Commands(out, out);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
