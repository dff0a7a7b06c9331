package dev.convene.starter.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may ask. An address is what the network shows: people behind one router share it, so the defaults
 * let a large office in.
 *
 * @param enabled whether there are limits at all
 * @param guestJoins joins by link, per address
 * @param guestLookups looks at a link, per address
 * @param tokens join tokens issued by the API, per caller
 * @param signIns attempts to sign in to the console, per address
 */
@ConfigurationProperties("convene.rate-limit")
record RateLimitProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("120/1m") RateLimit guestJoins,
        @DefaultValue("600/1m") RateLimit guestLookups,
        @DefaultValue("600/1m") RateLimit tokens,
        @DefaultValue("10/1m") RateLimit signIns) {}
