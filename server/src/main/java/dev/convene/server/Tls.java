package dev.convene.server;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/** HTTPS as {@code --tls} asks for it: with the operator's certificate, or one the server signs itself. */
final class Tls {

    private static final String BUNDLE = "spring.ssl.bundle.pem.convene.keystore.";

    private final ConfigurableEnvironment environment;
    private final DataFolder home;

    private Tls(ConfigurableEnvironment environment, DataFolder home) {
        this.environment = environment;
        this.home = home;
    }

    static Tls in(ConfigurableEnvironment environment, DataFolder home) {
        return new Tls(environment, home);
    }

    Map<String, Object> asProperties() throws IOException {
        var properties = new HashMap<String, Object>();
        if (!environment.getProperty("convene.tls.enabled", Boolean.class, false)) {
            return properties;
        }
        Optional<String> certificate = setting("certificate");
        if (certificate.isPresent()) {
            properties.put("server.ssl.bundle", "convene");
            properties.put(BUNDLE + "certificate", "file:" + certificate.get());
            setting("private-key").ifPresent(key -> properties.put(BUNDLE + "private-key", "file:" + key));
        } else {
            String password = home.secret().derive("key store");
            var selfSigned = new SelfSigned(home.created().resolve("self-signed.p12"), password);
            properties.put("server.ssl.key-store", "file:" + selfSigned.upToDate());
            properties.put("server.ssl.key-store-type", "PKCS12");
            properties.put("server.ssl.key-store-password", password);
        }
        // TLS is for a second device, which loopback does not reach; HOST goes before it
        properties.put("server.address", "0.0.0.0");
        return properties;
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty("convene.tls." + name))
                .filter(it -> !it.isBlank());
    }
}
