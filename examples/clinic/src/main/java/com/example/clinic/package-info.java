/** A clinic: doctors, appointments, and consultations by video. */
package com.example.clinic;
