package dev.convene.starter.web;

import dev.convene.core.archive.ArchiveService;
import dev.convene.core.attendance.AttendanceService;
import dev.convene.core.audit.AuditLog;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.Providers;
import dev.convene.core.provider.ProviderEvents;
import dev.convene.core.provider.WebhookReceiver;
import dev.convene.starter.settings.ConveneProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The controllers, one bean each, so that a host application may leave one out or replace it. */
@Configuration(proxyBeanMethods = false)
@Import(ApiDescriptionConfiguration.class)
public class WebConfiguration {

    @Bean
    SessionController conveneSessionController(
            MeetingService meetings, JoinService joins, ConveneProperties properties) {
        return new SessionController(meetings, joins, new PublicUrls(properties.publicUrl()));
    }

    @Bean
    AttendanceController conveneAttendanceController(AttendanceService attendance, Clock clock) {
        return new AttendanceController(attendance, clock);
    }

    @Bean
    ArchiveController conveneArchiveController(ArchiveService archives, ConveneProperties properties) {
        return new ArchiveController(archives, new PublicUrls(properties.publicUrl()));
    }

    @Bean
    ProviderController conveneProviderController(Providers providers) {
        return new ProviderController(providers);
    }

    @Bean
    AuditController conveneAuditController(ObjectProvider<AuditLog> log) {
        return new AuditController(log.getIfAvailable());
    }

    @Bean
    JoinController conveneJoinController(JoinService joins, Providers providers, Clock clock) {
        return new JoinController(joins, providers, clock);
    }

    @Bean
    WebhookSettings conveneWebhookSettings(Providers providers, ConveneProperties properties) {
        return new WebhookSettings(
                providers.preferred().name(),
                Math.toIntExact(properties.webhooks().maxBytes().toBytes()));
    }

    @Bean
    WebhookController conveneWebhookController(
            ObjectProvider<WebhookReceiver> receivers,
            WebhookSettings settings,
            ProviderEvents events,
            MeterRegistry metrics) {
        return new WebhookController(receivers.stream().toList(), settings, events, metrics);
    }

    @Bean
    PageController convenePageController() {
        return new PageController();
    }

    @Bean
    ProblemHandler conveneProblemHandler() {
        return new ProblemHandler();
    }

    /** Wherever the application serves its own static files from. */
    @Bean
    WebMvcConfigurer conveneWeb() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new OwnJson());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/convene/**")
                        .addResourceLocations("classpath:/META-INF/resources/convene/");
            }
        };
    }

    /** The predecessor takes a trailing slash; Spring does not any more. Pages find their scripts only without it. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> conveneTrailingSlashes() {
        var filter = UrlHandlerFilter.trailingSlashHandler(
                        "/session/**",
                        "/archives/**",
                        "/audit-logs/**",
                        "/access-tokens/**",
                        "/providers",
                        "/webhooks/**",
                        "/join/**")
                .wrapRequest()
                .trailingSlashHandler("/meet/*", "/console")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
