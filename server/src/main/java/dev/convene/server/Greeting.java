package dev.convene.server;

import dev.convene.starter.security.SignInLink;
import dev.convene.starter.settings.ConveneProperties;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** What a start says to whoever started it: on standard output and not in the log, for it has a secret in it. */
final class Greeting implements ApplicationListener<ApplicationReadyEvent> {

    private static final String ANY_ADDRESS = "0.0.0.0";

    private final SignInLink link;
    private final ServerProperties server;
    private final ConveneProperties convene;

    Greeting(SignInLink link, ServerProperties server, ConveneProperties convene) {
        this.link = link;
        this.server = server;
        this.convene = convene;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        System.out.println(text(ready.getApplicationContext().getEnvironment()));
    }

    String text(Environment environment) {
        String address = environment.getProperty("server.address", ANY_ADDRESS);
        boolean everywhere = address.equals(ANY_ADDRESS) || address.equals("::");
        URI here = convene.publicUrl() != null
                ? convene.publicUrl()
                : url(environment, everywhere ? "localhost" : address);
        var text = new StringBuilder("\nConvene is running.\n\n");
        text.append("  Open     ").append(here).append("/console\n");
        if (everywhere && convene.publicUrl() == null) {
            otherAddresses()
                    .forEach(it -> text.append("           ")
                            .append(url(environment, it))
                            .append("/console  (from other devices)\n"));
        }
        link.under(here)
                .ifPresentOrElse(
                        it -> text.append("  Sign in  ").append(it).append("  (works once)\n"),
                        () -> text.append("  Sign in  with an access token of your issuer\n"));
        text.append("  Data     ").append(DataFolder.at(server.home()).path()).append('\n');
        if (server.tls().enabled() && server.tls().certificate() == null) {
            text.append("\n  The certificate is self-signed: a browser warns of it once, and then lets you go on.\n");
        }
        return text.toString();
    }

    private URI url(Environment environment, String host) {
        return URI.create("%s://%s:%s%s"
                .formatted(
                        server.tls().enabled() ? "https" : "http",
                        host.contains(":") ? "[" + host + "]" : host,
                        environment.getRequiredProperty("local.server.port"),
                        environment.getProperty("server.servlet.context-path", "")));
    }

    private static List<String> otherAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                    .map(InetAddress::getHostAddress)
                    .filter(it -> !it.contains(":"))
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }
}
