package dev.convene.server;

import dev.convene.server.variables.PredecessorVariables;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Puts the predecessor's variables among the settings. Explicit ones (command line, system properties, Spring's own
 * variables) go before them.
 */
final class ServerEnvironment implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isFor(application)) {
            return;
        }
        var sources = environment.getPropertySources();
        sources.addAfter(lastVariables(sources), PredecessorVariables.in(environment));
        application.addInitializers(new Installation());
    }

    /** Those of the environment, or of a {@code .env} file after them. */
    private static String lastVariables(MutablePropertySources sources) {
        return sources.stream()
                .filter(SystemEnvironmentPropertySource.class::isInstance)
                .map(PropertySource::getName)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Whether it is the server that starts, and not another application that has it on its class path. */
    static boolean isFor(SpringApplication application) {
        return application.getMainApplicationClass() == ConveneServer.class
                || application.getAllSources().contains(ConveneServer.class);
    }
}
