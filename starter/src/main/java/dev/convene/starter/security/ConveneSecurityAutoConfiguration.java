package dev.convene.starter.security;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.audit.AuditOrigin;
import dev.convene.core.provider.VideoProvider;
import dev.convene.starter.problem.ProblemWriter;
import dev.convene.starter.settings.ConveneProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
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
@AutoConfiguration(
        after = ServletWebSecurityAutoConfiguration.class,
        afterName = "dev.convene.starter.JdbcStoresAutoConfiguration",
        before = SecurityFilterAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties({
    ConveneProperties.class,
    ConsoleProperties.class,
    CorsProperties.class,
    JwtProperties.class,
    MetricsProperties.class,
    RateLimitProperties.class,
    SecurityProperties.class
})
public class ConveneSecurityAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ConveneSecurityAutoConfiguration.class);

    /** Before the chains of an application, whose last one usually covers everything. */
    private static final int ORDER = -100;

    /** Independent of how the application has its own JSON written. */
    private static final ProblemWriter PROBLEMS = new ProblemWriter(JsonMapper.shared());

    private static final PathRule OWN_PATHS = PathRule.of(
            "/session/**",
            "/archives/**",
            "/providers",
            "/access-tokens/**",
            "/audit-logs/**",
            "/webhooks/**",
            "/join/**",
            "/console/**",
            "/meet/**",
            "/convene/**");

    @Bean
    TokenVerification conveneTokenVerification(JwtProperties jwt, Clock clock) {
        return TokenVerification.configured(jwt, clock);
    }

    @Bean
    Revocations conveneRevocations(ObjectProvider<RevokedTokens> tokens, Clock clock) {
        return new Revocations(tokens.getIfAvailable(), clock);
    }

    @Bean
    @ConditionalOnBean(RevokedTokens.class)
    RevocationReader conveneRevocationReader(Revocations revocations) {
        return new RevocationReader(revocations);
    }

    @Bean
    SignIns conveneSignIns(
            TokenVerification verification, ConsoleProperties console, Revocations revocations, Clock clock) {
        return SignIns.configured(verification, console, revocations, clock);
    }

    @Bean
    @ConditionalOnBean(RevokedTokens.class)
    RevocationController conveneRevocationController(SignIns signIns) {
        return new RevocationController(signIns.tokens());
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
    Callers conveneCallers(
            SignIns signIns, SameOrigin sameOrigin, JwtProperties jwt, ObjectProvider<CallerResolver> application) {
        CallerResolver resolver = application.getIfAvailable();
        if (resolver == null && !jwt.isConfigured() && !signIns.isByLink()) {
            LOG.warn("Nobody can sign in: set convene.jwt.* or convene.console.one-time-link, or add a CallerResolver");
        }
        return new Callers(signIns.tokens(), sameOrigin, resolver != null ? resolver : request -> Optional.empty());
    }

    @Bean
    @ConditionalOnMissingBean
    AuditOrigin conveneAuditOrigin() {
        return new RequestIds.Current();
    }

    @Bean
    AccessFilters conveneAccessFilters(
            Callers callers, MetricsProperties metrics, RateLimitProperties limits, Clock clock) {
        var access = new AccessFilter(callers, new Scraper(metrics.token()), PROBLEMS);
        return new AccessFilters(
                limits.enabled() ? List.of(access, new RateLimitFilter(limits, clock, PROBLEMS)) : List.of(access));
    }

    @Bean
    BrowserFilters conveneBrowserFilters(
            ObjectProvider<VideoProvider> providers, CorsProperties cors, ConveneProperties convene) {
        String policy = PagePolicy.with(
                providers.stream().map(VideoProvider::browserClient).toList());
        return new BrowserFilters(
                List.of(new HeadersFilter(new ResponseHeaders(policy)), CrossOrigin.filter(cors, convene.publicUrl())));
    }

    @Bean
    @Order(ORDER)
    SecurityFilterChain conveneSecurityFilterChain(
            BrowserFilters browsers, AccessFilters access, SecurityProperties security) {
        var filters = new ArrayList<Filter>();
        filters.add(new RequestIds());
        filters.addAll(browsers.filters());
        filters.addAll(access.filters());
        return new DefaultSecurityFilterChain(request -> security.wholeApplication() || isOwn(request), filters);
    }

    /** An application that embeds Convene has its own answer, or Spring Security's. */
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBooleanProperty("convene.security.whole-application")
    RequestRejectedHandler conveneRequestRejectedHandler() {
        return new RefusedByFirewall(PROBLEMS);
    }

    private static boolean isOwn(HttpServletRequest request) {
        return OWN_PATHS.matches(ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    /** What browsers are told; no beans of their own either. */
    record BrowserFilters(List<Filter> filters) {}

    /** Who may, and how often: no beans of their own, or the container would run them outside the chain as well. */
    record AccessFilters(List<Filter> filters) {}

    /** For an application without Spring Boot's own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(name = BeanIds.SPRING_SECURITY_FILTER_CHAIN)
    @EnableWebSecurity
    static class WebSecurity {}
}
