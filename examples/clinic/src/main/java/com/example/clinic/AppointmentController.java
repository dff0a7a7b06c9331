package com.example.clinic;

import com.example.clinic.ConsultationConfiguration.Doctors;
import dev.convene.core.meeting.Details;
import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.MeetingService;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.meeting.Options;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/appointments")
class AppointmentController {

    private static final Duration CONSULTATION = Duration.ofMinutes(30);

    private final Appointments appointments;
    private final MeetingService meetings;

    AppointmentController(Appointments appointments, MeetingService meetings) {
        this.appointments = appointments;
        this.meetings = meetings;
    }

    record NewAppointment(String patient, Instant at) {}

    /** The appointment and its meeting are kept both or neither: Convene takes part in the clinic's transaction. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    Map<String, String> schedule(Principal doctor, @RequestBody NewAppointment wanted) {
        Meeting meeting = meetings.create(
                Doctors.caller(doctor.getName()).caller(),
                new NewMeeting(
                        new Details("Consultation with Dr. " + doctor.getName(), null, Map.of()),
                        Options.DEFAULT,
                        wanted.at(),
                        wanted.at().plus(CONSULTATION)));
        appointments.add(doctor.getName(), wanted.patient(), wanted.at(), meeting.link());
        return Map.of("link", meeting.link().value());
    }

    @GetMapping
    List<Appointment> mine(Principal doctor) {
        return appointments.of(doctor.getName());
    }
}
