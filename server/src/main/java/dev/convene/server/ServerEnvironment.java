package dev.convene.server;

import dev.convene.server.variables.PredecessorVariables;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

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
        if (application.getMainApplicationClass() != ConveneServer.class
                && !application.getAllSources().contains(ConveneServer.class)) {
            return;
        }
        environment
                .getPropertySources()
                .addAfter(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        PredecessorVariables.in(environment));
        application.addInitializers(new Installation());
    }
}
