package dev.convene.starter.security;

import dev.convene.core.meeting.Caller;
import dev.convene.testkit.SettableClock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The security and nothing else of Convene: every path answers who called it. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    ConveneSecurityAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
class EchoApplication {

    static final String NOBODY = "nobody";

    @Bean
    SettableClock clock() {
        return new SettableClock();
    }

    /** Found as a member of the application. */
    @RestController
    static class Echo {

        @RequestMapping("/**")
        String who(@AuthenticationPrincipal @Nullable Caller caller) {
            return caller == null ? NOBODY : caller.id();
        }
    }
}
