package com.example.clinic;

import static com.example.clinic.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.convene.core.meeting.MeetingLink;
import dev.convene.core.meeting.MeetingService;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** From the appointment to its end, as browsers see it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsultationIT {

    @LocalServerPort
    private int port;

    @Test
    void theClinicIsForItsDoctors() throws Exception {
        assertThat(new Browser(port).get("/appointments").uri()).hasPath("/login");
        assertThat(new Browser(port)
                        .signIn("house", "wrong")
                        .get("/appointments")
                        .uri())
                .hasPath("/login");
        assertThat(house().get("/appointments").statusCode()).isEqualTo(200);
    }

    @Test
    void theDoctorModeratesAndThePatientComesByTheLink() throws Exception {
        Browser house = house();
        String link = schedule(house, Duration.ofMinutes(5));
        assertThat(link).startsWith("consultation-");

        JsonNode patient = json(new Browser(port).send("POST", "/join/" + link, "{\"name\": \"Mr. Doe\"}"));
        JsonNode doctor = json(house.send("POST", "/join/" + link, "{}"));

        assertThat(patient.get("role").asString()).isEqualTo("publisher");
        assertThat(doctor.get("role").asString()).isEqualTo("moderator");
        assertThat(doctor.get("name").asString()).isEqualTo("Dr. house");
        assertThat(json(house.get("/session/" + link)).get("state").asString()).isEqualTo("live");
    }

    @Test
    void anotherDoctorIsNoModerator() throws Exception {
        String link = schedule(house(), Duration.ofMinutes(5));

        JsonNode grey = json(new Browser(port).signIn("grey", "seattle").send("POST", "/join/" + link, "{}"));

        assertThat(grey.get("role").asString()).isEqualTo("publisher");
    }

    @Test
    void theDoorsOpenTenMinutesBefore() throws Exception {
        String link = schedule(house(), Duration.ofHours(1));

        JsonNode patient = json(new Browser(port).send("POST", "/join/" + link, "{\"name\": \"Mr. Doe\"}"));

        assertThat(patient.get("code").asString()).isEqualTo("meeting-not-open");
    }

    @Test
    void theAppointmentKnowsWhenItsConsultationEnded(@Autowired MeetingService meetings) throws Exception {
        Browser house = house();
        String link = schedule(house, Duration.ofMinutes(5));
        assertThat(appointment(house, link).get("endedAt").isNull()).isTrue();

        meetings.end(ConsultationConfiguration.Doctors.caller("house").caller(), new MeetingLink(link));

        assertThat(appointment(house, link).get("endedAt").isNull()).isFalse();
    }

    @Test
    void anAppointmentThatCannotBeHasNoMeetingEither() throws Exception {
        Browser house = house();
        int before = json(house.get("/session")).get("items").size();

        int status = house.send("POST", "/appointments", appointment("x".repeat(201), Duration.ofMinutes(5)))
                .statusCode();

        assertThat(status).isEqualTo(500);
        assertThat(json(house.get("/session")).get("items")).hasSize(before);
    }

    private Browser house() throws Exception {
        return new Browser(port).signIn("house", "vicodin");
    }

    private static String schedule(Browser doctor, Duration in) throws Exception {
        return json(doctor.send("POST", "/appointments", appointment("Mr. Doe", in)))
                .get("link")
                .asString();
    }

    private static String appointment(String patient, Duration in) {
        return "{\"patient\": \"%s\", \"at\": \"%s\"}"
                .formatted(patient, Instant.now().plus(in));
    }

    private static JsonNode appointment(Browser doctor, String link) throws Exception {
        return json(doctor.get("/appointments"))
                .valueStream()
                .filter(it -> it.get("link").asString().equals(link))
                .findFirst()
                .orElseThrow();
    }
}
