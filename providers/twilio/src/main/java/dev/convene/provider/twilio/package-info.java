/**
 * The Twilio provider: a room of Twilio Video per meeting. {@code TwilioRooms} opens and closes them, {@code AccessTokens} open
 * their doors, {@code TwilioWebhooks} reads what Twilio reports, and {@code TwilioArchiver} records.
 */
@NullMarked
package dev.convene.provider.twilio;

import org.jspecify.annotations.NullMarked;
