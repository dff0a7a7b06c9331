package com.example.clinic;

import dev.convene.core.meeting.LinkGenerator;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingHooks;
import dev.convene.core.meeting.MeetingLink;
import dev.convene.starter.security.CallerResolver;
import dev.convene.starter.security.HostUser;
import dev.convene.starter.security.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the clinic tells Convene: who its doctors are, what links look like, and what to do when a consultation ends. */
@Configuration(proxyBeanMethods = false)
class ConsultationConfiguration {

    /** A doctor is signed in by the clinic's own form. The permissions are for the API; who creates a meeting moderates it. */
    @Bean
    CallerResolver callers() {
        return CallerResolver.bySession(user -> Optional.of(Doctors.caller(user.getName())));
    }

    @Bean
    LinkGenerator consultationLinks() {
        return () -> new MeetingLink("consultation-" + UUID.randomUUID());
    }

    /** However it ended: by the doctor in the room, through the API, or because its time was over. */
    @Bean
    MeetingHooks appointmentsThatEnd(Appointments appointments) {
        return new MeetingHooks() {
            @Override
            public void afterEnd(Meeting ended) {
                appointments.ended(ended.link(), ended.history().endedAt());
            }
        };
    }

    /** The clinic's doctors, as Convene knows them. */
    static final class Doctors {

        private Doctors() {}

        static HostUser caller(String name) {
            return HostUser.of(name, "Dr. " + name, Permission.READ_MEETINGS, Permission.READ_ATTENDEES);
        }
    }
}
