package com.example.clinic;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.JdbcUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Doctors sign in by a form; everything of the clinic is for them alone. */
@Configuration(proxyBeanMethods = false)
class ClinicSecurity {

    @Bean
    SecurityFilterChain clinic(HttpSecurity http) {
        return http.authorizeHttpRequests(it -> it.anyRequest().hasRole("DOCTOR"))
                .formLogin(Customizer.withDefaults())
                .csrf(CsrfConfigurer::spa)
                .build();
    }

    @Bean
    UserDetailsService doctors(DataSource database) {
        return new JdbcUserDetailsManager(database);
    }
}
