package dev.convene.server;

import dev.convene.server.dotenv.DotEnvFiles;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Puts the variables of {@code .env} files beside those of the environment, before anything is looked up there. */
final class ServerVariables implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (ServerEnvironment.isFor(application)) {
            DotEnvFiles.add(environment, ServerProperties.HOME);
        }
    }
}
