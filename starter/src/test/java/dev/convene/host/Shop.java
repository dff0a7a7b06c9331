package dev.convene.host;

import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingProblem.Refused;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.starter.security.CallerResolver;
import dev.convene.starter.security.HostUser;
import dev.convene.starter.security.Permission;
import dev.convene.testkit.FakeProvider;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** An application with everything of its own that Convene has too. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Shop {

    @Bean
    SecurityFilterChain shopRules(HttpSecurity http) {
        return http.authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                User.withUsername("olga").password("{noop}pw").roles("OWNER").build(),
                User.withUsername("carl").password("{noop}pw").roles("CUSTOMER").build());
    }

    @Bean
    CallerResolver callers() {
        return CallerResolver.bySession(user -> Optional.of(
                user.getAuthorities().stream().anyMatch(it -> "ROLE_OWNER".equals(it.getAuthority()))
                        ? HostUser.of(user.getName(), "Olga Owner", Permission.values())
                        : HostUser.of(user.getName(), "Carl Customer")));
    }

    @Bean
    FakeProvider provider(Clock clock) {
        return new FakeProvider(clock);
    }

    /** Nobody meets about what is sold out. */
    @Bean
    MeetingHooks soldOut() {
        return new MeetingHooks() {
            @Override
            public void beforeCreate(Caller caller, NewMeeting wanted) {
                for (Refused.Reason reason : Refused.Reason.values()) {
                    if (reason.name().equals(wanted.details().title())) {
                        throw new Refused(reason, "sold-out", "There are none left.");
                    }
                }
            }
        };
    }

    record Order(int orderId, @Nullable String note) {}

    /** Found as members of the application. */
    @RestController
    static class Orders {

        @GetMapping("/orders/1")
        Order order() {
            return new Order(1, null);
        }

        @GetMapping("/orders/2")
        Order none() {
            throw new IllegalStateException("no such order");
        }
    }

    /** An application's handler of everything. */
    @RestControllerAdvice
    static class Advice {

        @ExceptionHandler
        @ResponseStatus(HttpStatus.I_AM_A_TEAPOT)
        String any(Exception e) {
            return "the shop's answer";
        }
    }
}
