package dev.convene.server;

import dev.convene.starter.security.SignInLink;
import dev.convene.starter.settings.ConveneProperties;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the server has and an application that embeds the starter does not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
class ServerConfiguration implements WebMvcConfigurer {

    /** A relative path begins where the server was started. Spring itself looks for {@code ../data} in the web application. */
    @Bean
    @ConfigurationPropertiesBinding
    static Converter<String, Path> paths() {
        return Path::of;
    }

    @Bean
    Greeting greeting(SignInLink link, ServerProperties server, ConveneProperties convene) {
        return new Greeting(link, server, convene);
    }

    /** Each filter of each request would be measured and traced; the request itself still is. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ErrorAnswers errorAnswers() {
        return new ErrorAnswers();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheWebServer() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve()));
    }

    @Bean
    ApiPages apiPages() {
        return new ApiPages();
    }

    /** The address people type leads to the console. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console");
    }
}
