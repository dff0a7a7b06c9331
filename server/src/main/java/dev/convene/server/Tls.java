package dev.convene.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
            properties.put("server.ssl.key-store", "file:" + selfSigned());
            properties.put("server.ssl.key-store-type", "PKCS12");
            properties.put("server.ssl.key-store-password", storePassword());
        }
        if (environment.getProperty("HOST", "").isBlank()) {
            // TLS is for a second device, which loopback does not reach.
            properties.put("server.address", "0.0.0.0");
        }
        return properties;
    }

    private Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty("convene.tls." + name))
                .filter(it -> !it.isBlank());
    }

    private String storePassword() throws IOException {
        return home.secret().derive("key store");
    }

    /** Made once by the JDK's own keytool; browsers warn of it, as of every self-signed certificate. */
    private Path selfSigned() throws IOException {
        Path store = home.created().resolve("self-signed.p12");
        if (Files.exists(store)) {
            return store;
        }
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "convene",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "825",
                "-dname",
                "CN=Convene",
                "-ext",
                "SAN=" + String.join(",", names()),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "CONVENE_STORE_PASSWORD");
        var keytool = new ProcessBuilder(command).redirectErrorStream(true);
        keytool.environment().put("CONVENE_STORE_PASSWORD", storePassword());
        Process process = keytool.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no certificate: " + said.strip());
        }
        return store;
    }

    /** localhost and every address of this machine, for which the certificate is good. */
    private static List<String> names() throws IOException {
        var names = new ArrayList<>(List.of("dns:localhost"));
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress)
                .map(it -> "ip:" + it.replaceAll("%.*", ""))
                .distinct()
                .forEach(names::add);
        return names;
    }
}
