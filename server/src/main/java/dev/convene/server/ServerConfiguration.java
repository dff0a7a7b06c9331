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

    /** The address people type leads to the console. */
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/console");
    }
}
