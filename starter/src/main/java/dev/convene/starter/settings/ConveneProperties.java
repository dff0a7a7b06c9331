package dev.convene.starter.settings;

import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.provider.ProviderName;
import jakarta.validation.Valid;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    /**
     * The database's tables.
     *
     * @param mode whether the start brings the tables up to date, or only checks that they are
     * @param copyTo a folder that the start copies the migrations to, as SQL files; those that are there are left alone
     * @param adoption the predecessor's tables
     */
    public record Migration(
            @DefaultValue("at-start") Mode mode,
            @Nullable Path copyTo,
            @DefaultValue Adoption adoption) {

        /** What the start does about the tables. */
        public enum Mode {
            OFF,
            AT_START
        }
    }

    /**
     * What is in the predecessor's tables, which stay as they are.
     *
     * @param enabled whether the predecessor's meetings are copied whenever the tables are brought up to date
     * @param provider the provider whose sessions the predecessor's are; without it nothing is copied
     * @param prefixes other providers, by how the ids of their sessions begin. The server: `RM` is `twilio`
     */
    public record Adoption(
            @DefaultValue("true") boolean enabled,
            @Nullable ProviderName provider,
            @DefaultValue Map<String, ProviderName> prefixes) {}
}
