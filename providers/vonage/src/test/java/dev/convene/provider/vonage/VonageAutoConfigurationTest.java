package dev.convene.provider.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.provider.BrowserClient.Directive;
import dev.convene.core.provider.Capability;
import dev.convene.core.provider.VideoProvider;
import dev.convene.core.provider.WebhookReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VonageAutoConfigurationTest {

    private static final String PEM = ((Credentials.Unified) Credentials.UNIFIED).pem();

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(VonageAutoConfiguration.class));

    @Test
    void withoutCredentialsItIsNotThere() {
        application
                .withPropertyValues("convene.vonage.read-timeout=5s")
                .run(it -> assertThat(it).doesNotHaveBean(VideoProvider.class).doesNotHaveBean(WebhookReceiver.class));
    }

    /** Contracts, README against code, "Vonage platform": the predecessor's credentials are those of OpenTok. */
    @Test
    void anApiKeyMeansOpentok() {
        application
                .withPropertyValues("convene.vonage.api-key=45828062", "convene.vonage.api-secret=secret")
                .run(it -> {
                    assertThat(it.getBean(VideoProvider.class).name().value()).isEqualTo("vonage");
                    assertThat(it.getBean(VideoProvider.class).browserClient().settings())
                            .containsEntry("project", "45828062")
                            .doesNotContainKey("script");
                    assertThat(it.getBean(WebhookReceiver.class).name().value()).isEqualTo("vonage");
                });
    }

    @Test
    void anApplicationMeansTheUnifiedPlatform(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("private.key"), PEM);
        for (String key : new String[] {
            "private-key=" + PEM, "private-key=" + PEM.strip().replaceAll("\\R", "\\\\n"), "private-key-file=" + file
        }) {
            application
                    .withPropertyValues("convene.vonage.application-id=aaaa", "convene.vonage." + key)
                    .run(it -> assertThat(it.getBean(VideoProvider.class)
                                    .capabilities()
                                    .has(Capability.STORAGE_S3))
                            .isFalse());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-key=k | api-key and convene.vonage.api-secret come together",
                "application-id=a | comes with either private-key or private-key-file",
                "application-id=a,private-key=secret-rubbish | not a private RSA key",
                "application-id=a,private-key-file=/no/such/file | not a private RSA key",
                "application-id=a,private-key-file=/no/such/file,api-key=k,api-secret=s | not parts of both",
                "api-key=k,api-secret=s,private-key=secret-rubbish | not parts of both",
                "api-key=k,api-secret=s,callbacks.secret=short | at least 16 characters",
                "api-key=k,api-secret=s,url=https://x.example/ | without a slash at the end",
                "api-key=k,api-secret=s,read-timeout=0s | longer than nothing",
                "api-key=k,api-secret=s,client.url=opentok.js | https address of a script",
                "api-key=k,api-secret=s,client.sources=https://a.example; script-src * | client.sources are like",
                "api-key=k,api-secret=s,storage.s3.access-key=a | .secret-key come together",
                "application-id=a,token-form=t1 | t1 on OpenTok only"
            })
    void whatDoesNotGoTogetherIsNamedAtTheStart(String line) {
        String[] parts = line.split(" \\| ");
        String[] settings = parts[0].split(",(?=[a-z0-9.-]+=)");
        for (int i = 0; i < settings.length; i++) {
            settings[i] = "convene.vonage." + settings[i];
        }
        application.withPropertyValues(settings).run(it -> {
            assertThat(it).hasFailed();
            assertThat(it.getStartupFailure()).rootCause().hasMessageContaining(parts[1]);
            assertThat(it.getStartupFailure()).rootCause().message().doesNotContain("secret-rubbish");
        });
    }

    @Test
    void theJoinPageMayLoadVonagesClientFromThatPlaceAlone() {
        application
                .withPropertyValues(
                        "convene.vonage.api-key=k",
                        "convene.vonage.api-secret=s",
                        "convene.vonage.client.url=https://static.opentok.com/v2/js/opentok.min.js")
                .run(it -> {
                    var client = it.getBean(VideoProvider.class).browserClient();
                    assertThat(client.settings())
                            .containsEntry("script", "https://static.opentok.com/v2/js/opentok.min.js");
                    assertThat(client.sources().get(Directive.SCRIPT)).containsExactly("https://static.opentok.com");
                    assertThat(client.sources().get(Directive.CONNECT)).contains("wss://*.tokbox.com");
                });
    }

    @Test
    void keysForAStorageMakeItOffered() {
        application
                .withPropertyValues(
                        "convene.vonage.api-key=k",
                        "convene.vonage.api-secret=s",
                        "convene.vonage.storage.s3.access-key=a",
                        "convene.vonage.storage.s3.secret-key=s")
                .run(it -> assertThat(
                                it.getBean(VideoProvider.class).capabilities().supported())
                        .contains(Capability.STORAGE_S3)
                        .doesNotContain(Capability.STORAGE_AZURE));
    }
}
