package dev.convene.provider.vonage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Whose credentials we use: an application of the unified platform, or a project of OpenTok. The two have the same paths and
 * bodies, and differ in what is here.
 */
sealed interface Account {

    /** How long a credential for one call lives; OpenTok takes 5 minutes at most. */
    Duration CALL = Duration.ofMinutes(3);

    /** The project in paths and reports: an application's UUID, or an API key. */
    String project();

    /** The platform's own address. */
    URI url();

    /** The header that carries {@link #credential}. */
    String header();

    /** Proves one call to come from us. */
    String credential(Instant now);

    /** Signs the claims with ours before them. */
    String sign(Map<String, Object> claims);

    /** Whether the storage of archives is set over the API, and not in the dashboard. */
    boolean setsStorage();

    /** Secrets stay out of logs: neither has a text form with one. */
    record Application(String project, RsaKey key) implements Account {

        @Override
        public URI url() {
            return URI.create("https://video.api.vonage.com");
        }

        @Override
        public String header() {
            return "Authorization";
        }

        /** See <a href="https://developer.vonage.com/en/getting-started/concepts/authentication">Authentication</a>. */
        @Override
        public String credential(Instant now) {
            return "Bearer " + sign(timed(now));
        }

        @Override
        public String sign(Map<String, Object> claims) {
            var all = new LinkedHashMap<String, Object>();
            all.put("application_id", project);
            all.putAll(claims);
            return Jwt.sign(key, all);
        }

        @Override
        public boolean setsStorage() {
            return false;
        }

        @Override
        public String toString() {
            return "Application[" + project + "]";
        }
    }

    /** A project of OpenTok. */
    record Project(String project, HmacKey secret) implements Account {

        @Override
        public URI url() {
            return URI.create("https://api.opentok.com");
        }

        @Override
        public String header() {
            return "X-OPENTOK-AUTH";
        }

        /** See <a href="https://tokbox.com/developer/rest/#authentication">Authentication</a>. */
        @Override
        public String credential(Instant now) {
            return sign(timed(now));
        }

        @Override
        public String sign(Map<String, Object> claims) {
            var all = new LinkedHashMap<String, Object>();
            all.put("iss", project);
            all.put("ist", "project");
            all.putAll(claims);
            return Jwt.sign(secret, all);
        }

        @Override
        public boolean setsStorage() {
            return true;
        }

        @Override
        public String toString() {
            return "Project[" + project + "]";
        }
    }

    private static Map<String, Object> timed(Instant now) {
        return Map.of(
                "iat", now.getEpochSecond(),
                "exp", now.plus(CALL).getEpochSecond(),
                "jti", UUID.randomUUID().toString());
    }
}
