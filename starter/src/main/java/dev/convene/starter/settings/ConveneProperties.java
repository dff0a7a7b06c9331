package dev.convene.starter.settings;

import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.provider.ProviderName;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the service as a whole is told.
 *
 * @param defaultProvider the provider that new meetings get; needs a value only if there are several
 * @param publicUrl where people reach this service, such as {@code https://meet.example.org}, for the links it hands out;
 *     without it they are made from the request
 * @param join when people may come in
 * @param webhooks what providers may send
 * @param migration the database's tables
 */
@ConfigurationProperties("convene")
public record ConveneProperties(
        @Nullable ProviderName defaultProvider,
        @Nullable @WebAddress URI publicUrl,
        @DefaultValue @Valid Join join,
        @DefaultValue @Valid Webhooks webhooks,
        @DefaultValue Migration migration) {

    /**
     * When people may come in, and for how long a token lets them.
     *
     * @param opensBefore how long before its scheduled time a meeting opens
     * @param tokenLife how long a join token lives if its request names no time
     * @param maxTokenLife how long a join token lives at most, whatever is asked for
     */
    public record Join(
            @DefaultValue("10m") @AtLeast("0s") Duration opensBefore,
            @DefaultValue("10m") @AtLeast("10s") Duration tokenLife,
            @DefaultValue("24h") @AtLeast("10s") Duration maxTokenLife) {

        public JoinPolicy policy() {
            return new JoinPolicy(opensBefore, tokenLife, maxTokenLife);
        }
    }

    /** @param maxBytes the longest body that a provider may send */
    public record Webhooks(
            @DefaultValue("256KB") @AtLeast("1KB") DataSize maxBytes) {}

    /** @param enabled whether the start brings the tables up to date */
    public record Migration(@DefaultValue("true") boolean enabled) {}
}
