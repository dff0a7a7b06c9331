package dev.convene.server;

import dev.convene.server.dotenv.DotEnvFiles;
import dev.convene.server.variables.PredecessorVariables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Prepares the data folder, its secret and the certificate, once it is known that the settings are right. */
@Order(Ordered.LOWEST_PRECEDENCE)
final class Installation implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    /** The data folder cannot be used; the message says why. */
    static final class UnusableDataFolder extends RuntimeException {

        private final Path folder;

        UnusableDataFolder(Path folder, IOException cause) {
            super("The data folder " + folder + " cannot be used: " + cause.getMessage(), cause);
            this.folder = folder;
        }

        Path folder() {
            return folder;
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        DotEnvFiles.in(environment).forEach(it -> LOG.info("Variables are read from {}", it));
        var home = DataFolder.at(Path.of(environment.getProperty("convene.home", ServerProperties.HOME)));
        var sources = environment.getPropertySources();
        try {
            sources.addLast(new MapPropertySource("data folder", settings(home, environment)));
            sources.addAfter(
                    PredecessorVariables.SOURCE,
                    new MapPropertySource("tls", Tls.in(environment, home).asProperties()));
        } catch (IOException e) {
            throw new UnusableDataFolder(home.path(), e);
        }
    }

    private static Map<String, Object> settings(DataFolder home, ConfigurableEnvironment environment)
            throws IOException {
        var settings = new HashMap<String, Object>();
        InstallSecret secret = home.secret();
        settings.put("convene.console.session-secret", secret.derive("console session"));
        settings.put("convene.embedded.token-secret", secret.derive("embedded join token"));
        if (!environment.containsProperty("spring.datasource.url")) {
            settings.put("spring.datasource.url", home.databaseUrl());
        }
        return settings;
    }
}
