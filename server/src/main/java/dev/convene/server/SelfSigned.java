package dev.convene.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A certificate that the server makes for itself; browsers warn of it, as of every self-signed one. */
final class SelfSigned {

    private static final String ALIAS = "convene";
    /** The longest that Apple's devices take: https://support.apple.com/en-us/103769 */
    private static final Duration LIFE = Duration.ofDays(825);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private final Path store;
    private final String password;

    SelfSigned(Path store, String password) {
        this.store = store;
        this.password = password;
    }

    /** The key store, made anew if the certificate ends soon or this machine has got another address. */
    Path upToDate() throws IOException {
        Set<String> addresses = addresses();
        if (!Files.exists(store) || !isGood(addresses)) {
            Files.deleteIfExists(store);
            make(addresses);
        }
        return store;
    }

    private boolean isGood(Set<String> addresses) {
        try {
            KeyStore opened = KeyStore.getInstance(store.toFile(), password.toCharArray());
            if (!(opened.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
                return false;
            }
            certificate.checkValidity(Date.from(Instant.now().plus(RENEWED_BEFORE)));
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .map(it -> it.get(1))
                            .collect(Collectors.toSet())
                            .containsAll(addresses);
        } catch (GeneralSecurityException | IOException e) {
            // not readable is not good, and is made anew
            return false;
        }
    }

    /** By the JDK's own tool: the JDK has no public way to sign a certificate. */
    private void make(Set<String> addresses) throws IOException {
        String names = Stream.concat(
                        Stream.of("dns:localhost"), addresses.stream().map(it -> "ip:" + it))
                .collect(Collectors.joining(","));
        var command = new ProcessBuilder(keytool(), "-genkeypair", "-alias", ALIAS, "-dname", "CN=Convene")
                .redirectErrorStream(true);
        command.command().addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.command().addAll(List.of("-validity", String.valueOf(LIFE.toDays()), "-ext", "SAN=" + names));
        command.command().addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
        // not on the command line, which every user of the machine can read
        command.command().addAll(List.of("-storepass:env", "CONVENE_STORE_PASSWORD"));
        command.environment().put("CONVENE_STORE_PASSWORD", password);
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool made no certificate: " + said.strip());
        }
    }

    private static String keytool() {
        return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    }

    /** Those of this machine, as a certificate writes them. */
    private static Set<String> addresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLinkLocalAddress())
                .map(InetAddress::getAddress)
                .map(SelfSigned::withoutZone)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutZone(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("An address of this machine has a length of its own", e);
        }
    }
}
