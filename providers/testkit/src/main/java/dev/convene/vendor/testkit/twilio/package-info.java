/** Twilio's video API on loopback: {@code TwilioStub}. */
@NullMarked
package dev.convene.vendor.testkit.twilio;

import org.jspecify.annotations.NullMarked;
