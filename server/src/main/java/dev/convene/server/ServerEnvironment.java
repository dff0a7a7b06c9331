package dev.convene.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What the server takes from its surroundings: the predecessor's variables, the data folder, the certificate. Explicit
 * settings (command line, system properties, Spring's own variables) go before all of it.
 */
final class ServerEnvironment implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getMainApplicationClass() != ConveneServer.class
                && !application.getAllSources().contains(ConveneServer.class)) {
            return;
        }
        var sources = environment.getPropertySources();
        sources.addAfter(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new MapPropertySource(
                        "predecessor's variables",
                        PredecessorVariables.in(environment).asProperties()));
        var home = DataFolder.at(Path.of(environment.getProperty("convene.home", "data")));
        try {
            sources.addLast(new MapPropertySource("data folder", fromDataFolder(home, environment)));
            sources.addAfter(
                    "predecessor's variables",
                    new MapPropertySource("tls", Tls.in(environment, home).asProperties()));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + home.path() + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> fromDataFolder(DataFolder home, ConfigurableEnvironment environment)
            throws IOException {
        var properties = new HashMap<String, Object>();
        InstallSecret secret = home.secret();
        properties.put("convene.console.session-secret", secret.derive("console session"));
        properties.put("convene.embedded.token-secret", secret.derive("embedded join token"));
        if (!environment.containsProperty("spring.datasource.url")) {
            properties.put("spring.datasource.url", home.databaseUrl());
        }
        return properties;
    }
}
