package dev.convene.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.testkit.SettableClock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;

/** The starter within an application that has paths, and maybe rules, of its own. */
class HostApplicationTest {

    private final WebApplicationContextRunner application = new WebApplicationContextRunner()
            .withBean(SettableClock.class)
            .withConfiguration(AutoConfigurations.of(
                    ConveneSecurityAutoConfiguration.class,
                    SecurityFilterAutoConfiguration.class,
                    ServletWebSecurityAutoConfiguration.class));

    @Test
    void itsOwnRulesHoldForItsOwnPaths() {
        application.withUserConfiguration(Rules.class).run(context -> {
            var chains = context.getBean(FilterChainProxy.class);

            assertThat(context)
                    .getBeans(SecurityFilterChain.class)
                    .containsOnlyKeys("conveneSecurityFilterChain", "host");
            assertThat(chains.getFilters("/session")).hasAtLeastOneElementOfType(AccessFilter.class);
            assertThat(chains.getFilters("/shop")).doesNotHaveAnyElementsOfTypes(AccessFilter.class);
        });
    }

    @Test
    void withoutRulesOfItsOwnSpringBootsDefaultStillGuardsItsPaths() {
        application.run(context ->
                assertThat(context).getBeans(SecurityFilterChain.class).hasSize(2));
    }

    @Test
    void conveneCoversEverythingOnlyIfToldTo() {
        application
                .withPropertyValues("convene.security.whole-application=true")
                .run(context -> assertThat(
                                context.getBean(FilterChainProxy.class).getFilters("/shop"))
                        .hasAtLeastOneElementOfType(AccessFilter.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Rules {

        @Bean
        SecurityFilterChain host(HttpSecurity http) {
            return http.authorizeHttpRequests(it -> it.anyRequest().denyAll()).build();
        }
    }
}
