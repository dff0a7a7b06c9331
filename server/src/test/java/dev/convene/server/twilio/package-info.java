/** Meetings on Twilio, as its operator and their clients see them. Twilio is a stub on loopback. */
package dev.convene.server.twilio;
