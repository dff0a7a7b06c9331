/**
 * The embedded provider: media flows browser to browser (WebRTC mesh), Convene only signals. A {@code LiveRoom} knows who is
 * in, a {@code SignalSession} speaks with one browser, {@code JoinTokens} open the door, and {@code AttendanceReporter}
 * tells core. One process signals a room: live rooms are not shared between processes.
 */
@NullMarked
package dev.convene.provider.embedded;

import org.jspecify.annotations.NullMarked;
