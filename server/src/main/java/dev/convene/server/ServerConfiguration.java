package dev.convene.server;

import dev.convene.starter.security.SignInLink;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What the server has and an application that embeds the starter does not. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
class ServerConfiguration implements WebMvcConfigurer {

    @Bean
    Greeting greeting(SignInLink link, ServerProperties properties) {
        return new Greeting(link, properties);
    }

    @Bean
    ErrorAnswers errorAnswers() {
        return new ErrorAnswers();
    }

    /** The address people type leads to the console; the predecessor's page to try the API had a slash at its end. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console");
        registry.addRedirectViewController("/explorer/", "/explorer");
    }
}
