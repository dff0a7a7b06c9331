package dev.convene.starter;

import dev.convene.core.archive.ArchiveLedger;
import dev.convene.core.archive.ArchiveReconciler;
import dev.convene.core.archive.ArchiveService;
import dev.convene.core.archive.ArchiveStores;
import dev.convene.core.attendance.AttendanceReconciler;
import dev.convene.core.attendance.AttendanceService;
import dev.convene.core.event.EventInbox;
import dev.convene.core.event.EventStores;
import dev.convene.core.meeting.Hooks;
import dev.convene.core.meeting.JoinPolicy;
import dev.convene.core.meeting.JoinService;
import dev.convene.core.meeting.LinkGenerator;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingRules;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.MeetingStores;
import dev.convene.core.meeting.MeetingSweeper;
import dev.convene.core.meeting.Providers;
import dev.convene.core.meeting.Quotas;
import dev.convene.core.provider.ProviderName;
import dev.convene.core.provider.VideoProvider;
import dev.convene.starter.settings.ConveneProperties;
import dev.convene.starter.settings.QuotaProperties;
import dev.convene.starter.web.WebConfiguration;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Convene in a Spring Boot application. Every bean gives way to one of the same type that the application defines. */
@AutoConfiguration(after = JdbcStoresAutoConfiguration.class)
@EnableConfigurationProperties({ConveneProperties.class, QuotaProperties.class})
@Import({WebConfiguration.class, Housekeeping.class})
public class ConveneAutoConfiguration {

    /** Milliseconds, as the API and the predecessor show times. */
    @Bean
    @ConditionalOnMissingBean
    Clock conveneClock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    LinkGenerator conveneLinkGenerator() {
        return LinkGenerator.nanoid();
    }

    @Bean
    @ConditionalOnMissingBean
    JoinPolicy conveneJoinPolicy(ConveneProperties properties) {
        return properties.join().policy();
    }

    @Bean
    @ConditionalOnMissingBean
    Providers conveneProviders(ObjectProvider<VideoProvider> providers, ConveneProperties properties) {
        List<VideoProvider> all = providers.stream().toList();
        return new Providers(all, preferred(all, properties));
    }

    @Bean
    @ConditionalOnMissingBean
    Quotas conveneQuotas(QuotaProperties properties) {
        return properties::of;
    }

    @Bean
    Hooks conveneHooks(ObjectProvider<MeetingHooks> hooks, EventStores stores) {
        return new Hooks(hooks.orderedStream().toList(), stores.transaction());
    }

    @Bean
    MeetingRules conveneMeetingRules(LinkGenerator links, JoinPolicy policy, Quotas quotas, Hooks hooks) {
        return new MeetingRules(links, policy, quotas, hooks);
    }

    /** The meetings as everything works with them that may change one. */
    record Watched(MeetingStores stores) {}

    @Bean
    Watched conveneWatchedStores(MeetingStores stores, Hooks hooks) {
        return new Watched(stores.watchedBy(hooks));
    }

    @Bean
    @ConditionalOnMissingBean
    MeetingService conveneMeetingService(Watched watched, Providers providers, MeetingRules rules, Clock clock) {
        return new MeetingService(watched.stores(), providers, rules, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    JoinService conveneJoinService(Watched watched, Providers providers, MeetingRules rules, Clock clock) {
        return new JoinService(watched.stores(), providers, rules, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    AttendanceService conveneAttendanceService(EventStores stores, MeetingStores meetings) {
        return new AttendanceService(stores.visits(), meetings.meetings());
    }

    @Bean
    @ConditionalOnMissingBean
    ArchiveLedger conveneArchiveLedger(ArchiveStores stores, MeetingStores meetings) {
        return new ArchiveLedger(stores, meetings.meetings());
    }

    @Bean
    @ConditionalOnMissingBean
    ArchiveService conveneArchiveService(
            ArchiveStores stores, MeetingStores meetings, Providers providers, Clock clock) {
        return new ArchiveService(stores, meetings.meetings(), providers, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    EventInbox conveneEventInbox(EventStores stores, Watched watched, ArchiveLedger archives, Clock clock) {
        return new EventInbox(stores, watched.stores().meetings(), archives, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    MeetingSweeper conveneMeetingSweeper(Watched watched, Providers providers, Clock clock) {
        return new MeetingSweeper(watched.stores(), providers, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    AttendanceReconciler conveneAttendanceReconciler(
            EventStores stores, EventInbox inbox, Providers providers, Clock clock) {
        return new AttendanceReconciler(stores.visits(), inbox, providers, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    ArchiveReconciler conveneArchiveReconciler(
            ArchiveStores stores, ArchiveLedger ledger, Providers providers, Clock clock) {
        return new ArchiveReconciler(stores.archives(), ledger, providers, clock);
    }

    private static ProviderName preferred(List<VideoProvider> providers, ConveneProperties properties) {
        if (properties.defaultProvider() != null) {
            return properties.defaultProvider();
        }
        if (providers.isEmpty()) {
            throw new IllegalStateException(
                    "There is no provider: add one to the dependencies, such as convene-provider-embedded");
        }
        if (providers.size() != 1) {
            throw new IllegalStateException("Set convene.default-provider to one of "
                    + providers.stream().map(VideoProvider::name).toList());
        }
        return providers.getFirst().name();
    }
}
