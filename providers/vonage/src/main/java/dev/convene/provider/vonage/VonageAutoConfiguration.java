package dev.convene.provider.vonage;

import dev.convene.core.provider.BrowserClient;
import dev.convene.core.provider.BrowserClient.Directive;
import dev.convene.provider.vonage.VonageProperties.Callbacks;
import dev.convene.provider.vonage.VonageProperties.Client;
import dev.convene.provider.vonage.VonageProperties.Media;
import dev.convene.provider.vonage.VonageProperties.TokenForm;
import dev.convene.provider.vonage.VonageProvider.Offer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Vonage, if there are credentials for it. */
@AutoConfiguration
@Conditional(VonageAutoConfiguration.Credentials.class)
@EnableConfigurationProperties(VonageProperties.class)
class VonageAutoConfiguration {

    private static final Logger LOG = System.getLogger(VonageAutoConfiguration.class.getName());

    private final VonageProperties properties;
    private final Account account;
    private final Clock clock;

    VonageAutoConfiguration(VonageProperties properties, ObjectProvider<Clock> clock) {
        this.properties = properties;
        this.account = properties.account();
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Bean
    VonageHttp vonageHttp() {
        URI url = properties.url() == null ? account.url() : properties.url();
        return new VonageHttp(account, url, properties.patience(), clock);
    }

    @Bean
    VonageProvider vonageProvider(VonageHttp http) {
        var storage = new VonageStorage(
                account.setsStorage(),
                properties.storage().s3().keys(),
                properties.storage().azure().keys());
        var offer = new Offer(properties.media() == Media.ROUTED, properties.maxParticipants(), storage, client());
        return new VonageProvider(http, tokens(), offer);
    }

    @Bean
    VonageWebhooks vonageWebhooks() {
        Callbacks callbacks = properties.callbacks();
        List<HmacKey> signatures =
                callbacks.signatureSecrets().stream().map(HmacKey::new).toList();
        HmacKey secret = callbacks.secret() == null ? null : new HmacKey(callbacks.secret());
        var proof = new CallbackProof(signatures, secret, clock);
        if (!proof.isPossible()) {
            LOG.log(
                    Level.WARNING,
                    "Vonage's callbacks are refused, so nobody's attendance is known and archives do not become ready: set"
                            + " convene.vonage.callbacks.signature-secrets or convene.vonage.callbacks.secret");
        }
        return new VonageWebhooks(proof, new CallbackBody(account.project(), clock));
    }

    private JoinTokens tokens() {
        return properties.tokenForm() == TokenForm.T1 && account instanceof Account.Project project
                ? new T1Tokens(project)
                : new JwtTokens(account);
    }

    private BrowserClient client() {
        Client client = properties.client();
        var settings = new LinkedHashMap<String, String>();
        settings.put("project", account.project());
        if (client.url() == null) {
            return new BrowserClient(settings, Map.of());
        }
        settings.put("script", client.url().toString());
        return new BrowserClient(
                settings,
                Map.of(Directive.SCRIPT, Set.of(origin(client.url())), Directive.CONNECT, client.connections()));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** A part of them is enough to say what is missing. */
    static class Credentials extends AnyNestedCondition {

        Credentials() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("convene.vonage.application-id")
        static class Application {}

        @ConditionalOnProperty("convene.vonage.api-key")
        static class Project {}
    }
}
