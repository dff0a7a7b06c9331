package com.example.clinic;

import java.time.Instant;

/**
 * @param link the consultation's meeting
 * @param endedAt null while it has not ended
 */
record Appointment(long id, String doctor, String patient, Instant at, String link, Instant endedAt) {}
