package dev.convene.starter.security;

import dev.convene.starter.problem.ProblemWriter;
import dev.convene.starter.settings.ConveneProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.BeanIds;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Guards Convene's own paths by a filter chain of their own, and leaves everything else to the application. It comes after
 * Spring Boot's default rules on purpose: an application that relies on those keeps them.
 */
@AutoConfiguration(after = ServletWebSecurityAutoConfiguration.class, before = SecurityFilterAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({
    ConveneProperties.class,
    ConsoleProperties.class,
    CorsProperties.class,
    JwtProperties.class,
    RateLimitProperties.class,
    SecurityProperties.class
})
public class ConveneSecurityAutoConfiguration {

    /** Before the chains of an application, whose last one usually covers everything. */
    private static final int ORDER = -100;

    /** Independent of how the application has its own JSON written. */
    private static final ProblemWriter PROBLEMS = new ProblemWriter(JsonMapper.shared());

    private static final PathRule OWN_PATHS = PathRule.of(
            "/session/**", "/archives/**", "/webhooks/**", "/join/**", "/console/**", "/meet/**", "/convene/**");

    @Bean
    SignIns conveneSignIns(JwtProperties jwt, ConsoleProperties console, Clock clock) {
        return SignIns.configured(jwt, console, clock);
    }

    /** For whoever starts the application to print. */
    @Bean
    SignInLink conveneSignInLink(SignIns signIns) {
        return signIns.link();
    }

    @Bean
    SameOrigin conveneSameOrigin(ConveneProperties properties) {
        return new SameOrigin(properties.publicUrl());
    }

    @Bean
    ConsoleController conveneConsoleController(SignIns signIns, SameOrigin sameOrigin, Clock clock) {
        return new ConsoleController(signIns, sameOrigin, new SessionCookie(clock));
    }

    @Bean
    AccessFilters conveneAccessFilters(
            SignIns signIns, SameOrigin sameOrigin, RateLimitProperties limits, Clock clock) {
        var access = new AccessFilter(signIns.tokens(), sameOrigin, PROBLEMS);
        return new AccessFilters(
                limits.enabled() ? List.of(access, new RateLimitFilter(limits, clock, PROBLEMS)) : List.of(access));
    }

    @Bean
    @Order(ORDER)
    SecurityFilterChain conveneSecurityFilterChain(
            AccessFilters access, SecurityProperties security, CorsProperties cors, ConveneProperties convene) {
        var filters = new ArrayList<Filter>();
        filters.add(new HeadersFilter());
        filters.add(CrossOrigin.filter(cors, convene.publicUrl()));
        filters.addAll(access.filters());
        return new DefaultSecurityFilterChain(request -> security.wholeApplication() || isOwn(request), filters);
    }

    @Bean
    @ConditionalOnMissingBean
    RequestRejectedHandler conveneRequestRejectedHandler() {
        return new RefusedByFirewall(PROBLEMS);
    }

    private static boolean isOwn(HttpServletRequest request) {
        return OWN_PATHS.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    /** Who may, and how often: no beans of their own, or the container would run them outside the chain as well. */
    record AccessFilters(List<Filter> filters) {}

    /** For an application without Spring Boot's own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = BeanIds.SPRING_SECURITY_FILTER_CHAIN)
    @EnableWebSecurity
    static class WebSecurity {}
}
