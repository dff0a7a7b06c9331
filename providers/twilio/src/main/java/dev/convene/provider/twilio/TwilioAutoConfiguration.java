package dev.convene.provider.twilio;

import com.twilio.http.TwilioRestClient;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The Twilio provider, if there are credentials for it. */
@AutoConfiguration
@Conditional(TwilioCondition.class)
@EnableConfigurationProperties(TwilioProperties.class)
@Import(ModerationConfiguration.class)
class TwilioAutoConfiguration {

    private static final Logger LOG = System.getLogger(TwilioAutoConfiguration.class.getName());

    /** Where webhooks of this provider arrive, within the service. */
    private static final String WEBHOOKS = "/webhooks/twilio";

    private final TwilioProperties properties;
    private final Clock clock;
    private final @Nullable URI callback;

    TwilioAutoConfiguration(TwilioProperties properties, ObjectProvider<Clock> clock, Environment environment) {
        this.properties = properties;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.callback = callback(properties, environment.getProperty("convene.public-url"));
    }

    @Bean
    TwilioHttp twilioHttp() {
        return new TwilioHttp(properties.url(), properties.patience());
    }

    @Bean
    TwilioRooms twilioRooms(TwilioHttp http) {
        return new TwilioRooms(calls(http), properties.rooms(callback));
    }

    @Bean
    AccessTokens twilioAccessTokens() {
        return new AccessTokens(properties.key(), clock);
    }

    @Bean
    TwilioProvider twilioProvider(TwilioHttp http, TwilioRooms rooms, AccessTokens tokens) {
        TwilioCalls calls = calls(http);
        var storage = new TwilioStorage(calls, properties.awsCredentialSid(), properties.recordingsInS3());
        return new TwilioProvider(rooms, tokens, new TwilioArchiver(calls, rooms, storage));
    }

    @Bean
    TwilioWebhooks twilioWebhooks() {
        var signature = new TwilioSignature(TwilioProperties.needed(properties.authToken()), callback);
        return new TwilioWebhooks(signature, properties.key().accountSid());
    }

    private TwilioCalls calls(TwilioHttp http) {
        AccessTokens.Key key = properties.key();
        var client = new TwilioRestClient.Builder(key.keySid(), key.secret())
                .accountSid(key.accountSid())
                .httpClient(http)
                .build();
        return new TwilioCalls(client);
    }

    private static @Nullable URI callback(TwilioProperties properties, @Nullable String publicUrl) {
        if (properties.statusCallback() != null) {
            return properties.statusCallback();
        }
        if (publicUrl == null || publicUrl.isBlank()) {
            LOG.log(
                    Level.WARNING,
                    "Twilio cannot report who comes and goes: neither convene.public-url nor convene.twilio.status-callback"
                            + " is set");
            return null;
        }
        return URI.create(publicUrl.strip().replaceAll("/+$", "") + WEBHOOKS);
    }
}
