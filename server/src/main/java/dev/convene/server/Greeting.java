package dev.convene.server;

import dev.convene.starter.security.SignInLink;
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

    private final SignInLink link;
    private final ServerProperties properties;

    Greeting(SignInLink link, ServerProperties properties) {
        this.link = link;
        this.properties = properties;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var environment = ready.getApplicationContext().getEnvironment();
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        System.out.println(text(environment, port));
    }

    private String text(Environment environment, int port) {
        var text = new StringBuilder("\nConvene is running.\n\n");
        boolean everywhere = environment.getProperty("server.address", "").equals("0.0.0.0");
        String scheme = properties.tls().enabled() ? "https" : "http";
        URI here = URI.create(scheme + "://" + (everywhere ? "localhost" : host(environment)) + ":" + port);
        text.append("  Open     ").append(here).append("/console\n");
        if (everywhere) {
            otherAddresses().forEach(it -> text.append("           %s://%s:%d/console%n".formatted(scheme, it, port)));
        }
        link.under(here)
                .ifPresentOrElse(
                        it -> text.append("  Sign in  ").append(it).append("  (works once)\n"),
                        () -> text.append("  Sign in  with an access token of your issuer\n"));
        text.append("  Data     ")
                .append(DataFolder.at(properties.home()).path())
                .append('\n');
        return text.toString();
    }

    private static String host(Environment environment) {
        String address = environment.getProperty("server.address", "127.0.0.1");
        return address.contains(":") ? "[" + address + "]" : address;
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
