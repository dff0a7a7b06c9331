package dev.convene.testkit;

import static dev.convene.testkit.SettableClock.NOON;

import dev.convene.core.meeting.Meeting;
import dev.convene.core.meeting.NewMeeting;
import dev.convene.core.provider.ConnectionId;
import dev.convene.core.provider.ProviderEvent;
import dev.convene.core.provider.ProviderEvent.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Half an hour of a meeting in which everything happens that makes attendance hard: Ada opens a second tab, Ben and Cleo
 * leave and return, Cleo's first leave is lost on its way, and Dan crashes.
 */
final class ScriptedMeeting {

    private static final int END = 30;

    private final TestConvene convene;
    private final Meeting meeting;
    private final List<ProviderEvent> events = new ArrayList<>();
    private final Map<Instant, Set<ConnectionId>> signsOfLife = new LinkedHashMap<>();
    private final ConnectionId ada;

    ScriptedMeeting(TestConvene convene) {
        this.convene = convene;
        convene.clock().set(NOON);
        meeting = convene.meetings().create(TestConvene.member("ada"), NewMeeting.plain());
        ada = enter(0, "ada");
        play();
    }

    Meeting meeting() {
        return meeting;
    }

    /** What the provider managed to report. */
    List<ProviderEvent> events() {
        return List.copyOf(events);
    }

    /** Who was heard of when, apart from the events. */
    Map<Instant, Set<ConnectionId>> signsOfLife() {
        return signsOfLife;
    }

    /** Ada, who moderates, ends the meeting for all. */
    void end() {
        at(END);
        convene.provider().end(ada);
        take();
    }

    /** What a perfect observer saw: each person's stays, in minutes, up to the end of the script. */
    static Map<String, List<String>> truth() {
        return Map.of(
                "ada", List.of(stay(0), stay(2, 12)),
                "ben", List.of(stay(1, 8), stay(10, 25)),
                "cleo", List.of(stay(5, 22), stay(27)),
                "dan", List.of(stay(15, 20)));
    }

    /** What the events alone tell: the leaves of Cleo and Dan are not among them. */
    static Map<String, List<String>> truthOfEvents() {
        return Map.of(
                "ada", List.of(stay(0), stay(2, 12)),
                "ben", List.of(stay(1, 8), stay(10, 25)),
                "cleo", List.of(stay(5), stay(27)),
                "dan", List.of(stay(15)));
    }

    /** The same once the meeting has ended: so has every stay. */
    static Map<String, List<String>> truthOfEventsAndEnd() {
        return Map.of(
                "ada", List.of(stay(0, END), stay(2, 12)),
                "ben", List.of(stay(1, 8), stay(10, 25)),
                "cleo", List.of(stay(5, END), stay(27, END)),
                "dan", List.of(stay(15, END)));
    }

    /** How long each was there at the end of the script. */
    static Map<String, Duration> presence() {
        return Map.of(
                "ada", Duration.ofMinutes(30),
                "ben", Duration.ofMinutes(22),
                "cleo", Duration.ofMinutes(20),
                "dan", Duration.ofMinutes(5));
    }

    private void play() {
        ConnectionId ben = enter(1, "ben");
        ConnectionId tab = enter(2, "ada");
        ConnectionId cleo = enter(5, "cleo");
        leave(8, ben);
        ConnectionId benAgain = enter(10, "ben");
        leave(12, tab);
        ConnectionId dan = enter(15, "dan");
        crash(20, dan);
        leaveUnheard(22, cleo);
        leave(25, benAgain);
        enter(27, "cleo");
        at(END);
    }

    private ConnectionId enter(int minute, String person) {
        at(minute);
        ConnectionId connection = convene.enter(TestConvene.member(person), meeting.link());
        take();
        return connection;
    }

    private void leave(int minute, ConnectionId connection) {
        at(minute);
        convene.provider().leave(connection);
        take();
    }

    private void leaveUnheard(int minute, ConnectionId connection) {
        at(minute);
        convene.provider().leave(connection);
        convene.provider().takeReports().forEach(lost -> {
            if (!(lost instanceof Left)) {
                throw new AssertionError("More than the leave was lost: " + lost);
            }
        });
    }

    private void crash(int minute, ConnectionId connection) {
        at(minute);
        convene.provider().crash(connection);
    }

    private void at(int minute) {
        convene.clock().set(minute(minute));
        signsOfLife.put(minute(minute), convene.provider().connected());
    }

    private void take() {
        events.addAll(convene.provider().takeReports());
    }

    private static String stay(int from) {
        return minute(from) + "/null";
    }

    private static String stay(int from, int to) {
        return minute(from) + "/" + minute(to);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
