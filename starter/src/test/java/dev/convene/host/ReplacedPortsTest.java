package dev.convene.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.access.RevokedTokens;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.Caller;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.LinkGenerator;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.TenantId;
import dev.convene.core.provider.Capabilities;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.VideoProvider;
import dev.convene.testkit.FakeProvider;
import dev.convene.testkit.InMemoryRevokedTokens;
import dev.convene.testkit.SettableClock;
import dev.convene.testkit.Stores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each part that an application may replace, replaced by a bean of the same type. */
class ReplacedPortsTest {

    private static final Caller ANN = new Caller(TenantId.DEFAULT, "ann", "Ann", false);

    private final WebApplicationContextRunner bare = new WebApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());

    private final WebApplicationContextRunner application = bare.withBean(Fake.class);

    @Test
    void nothingHasToBeReplaced() {
        application.run(context -> assertThat(create(context)).isNotNull());
    }

    @Test
    void theLinkGenerator() {
        LinkGenerator own = () -> new MeetingLink("the-application-s-own-link");

        application
                .withBean(LinkGenerator.class, () -> own)
                .run(context -> assertThat(create(context).link().value()).isEqualTo("the-application-s-own-link"));
    }

    @Test
    void theJoinPolicy() {
        var own = new JoinPolicy(Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofMinutes(2));

        application
                .withBean(JoinPolicy.class, () -> own)
                .run(context ->
                        assertThat(context.getBean(JoinService.class).policy()).isEqualTo(own));
    }

    @Test
    void theClock() {
        var own = new SettableClock();

        application
                .withBean("shopClock", Clock.class, () -> own)
                .run(context ->
                        assertThat(create(context).history().created().at()).isEqualTo(own.instant()));
    }

    @Test
    void theStores() {
        var own = Stores.inMemory();

        application
                .withBean(MeetingStores.class, own::forMeetings)
                .withBean(EventStores.class, own::forEvents)
                .withBean(ArchiveStores.class, own::forArchives)
                .withBean(RevokedTokens.class, InMemoryRevokedTokens::new)
                .run(context -> {
                    Meeting created = create(context);
                    assertThat(own.meetings().findByLink(created.link())).isPresent();
                });
    }

    @Test
    void theStoresWithoutADataSource() {
        var own = Stores.inMemory();

        new WebApplicationContextRunner()
                .withUserConfiguration(WithoutDatabase.class)
                .withBean(Fake.class)
                .withBean(MeetingStores.class, own::forMeetings)
                .withBean(EventStores.class, own::forEvents)
                .withBean(ArchiveStores.class, own::forArchives)
                .withBean(RevokedTokens.class, InMemoryRevokedTokens::new)
                .run(context -> assertThat(create(context)).isNotNull());
    }

    @Test
    void oneOfTheStores() {
        var own = Stores.inMemory();

        application
                .withBean(EventStores.class, own::forEvents)
                .run(context -> assertThat(context.getBean(MeetingStores.class).meetings())
                        .isNotNull());
    }

    @Test
    void theProvider() {
        var own = new FakeProvider(new ProviderName("own"), new Capabilities(Set.of(), 2), Clock.systemUTC());

        bare.withBean(FakeProvider.class, () -> own)
                .run(context -> assertThat(create(context).room().provider()).isEqualTo(own.name()));
    }

    @Test
    void theChoiceOfTheProvider() {
        var other = new FakeProvider(new ProviderName("other"), new Capabilities(Set.of(), 2), Clock.systemUTC());

        application
                .withBean("other", FakeProvider.class, () -> other)
                .withBean(Providers.class, () -> new Providers(List.of(other), other.name()))
                .run(context -> assertThat(create(context).room().provider()).isEqualTo(other.name()));
    }

    @Test
    void withoutAProviderTheStartSaysSo() {
        bare.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("add one to the dependencies"));
    }

    private static Meeting create(BeanFactory application) {
        return application.getBean(MeetingService.class).create(ANN, NewMeeting.plain());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = UserDetailsServiceAutoConfiguration.class,
            excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    static class WithoutDatabase {}

    /** By a name of its own, so that a test may add another. */
    static final class Fake {

        @Bean
        VideoProvider fakeProvider(Clock clock) {
            return new FakeProvider(clock);
        }
    }
}
