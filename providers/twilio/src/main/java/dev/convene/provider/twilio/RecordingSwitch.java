package dev.convene.provider.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.video.v1.room.RecordingRules;
import com.twilio.type.RecordingRule;
import com.twilio.type.RecordingRule.BuilderMiddle;
import com.twilio.type.Rule.Kind;
import com.twilio.type.Rule.Type;
import dev.convene.core.provider.ArchiveOutput;
import dev.convene.core.provider.ArchiveSpec;
import dev.convene.core.provider.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recording rules of a room, by which Twilio starts and stops while people are in it
 * (https://www.twilio.com/docs/video/api/recording-rules). What Twilio has no field for is noted in rules that exclude tracks
 * which are never there, so that it is known as long as the room is.
 */
record RecordingSwitch(List<RecordingRule> rules) {

    private static final String INDIVIDUAL = "convene-individual";
    private static final String STOPPED = "convene-stopped";

    static RecordingSwitch read(RoomId room, TwilioRestClient client) {
        List<RecordingRule> rules =
                RecordingRules.fetcher(room.value()).fetch(client).getRules();
        return new RecordingSwitch(Objects.requireNonNull(rules, "no rules"));
    }

    static RecordingSwitch on(ArchiveSpec spec) {
        var rules = new ArrayList<RecordingRule>();
        if (spec.audio() && spec.video()) {
            rules.add(RecordingRule.all());
        } else {
            rules.add(rule(Type.INCLUDE)
                    .withKind(spec.audio() ? Kind.AUDIO : Kind.VIDEO)
                    .build());
        }
        if (spec.output() == ArchiveOutput.INDIVIDUAL) {
            rules.add(rule(Type.EXCLUDE).withTrack(INDIVIDUAL).build());
        }
        return new RecordingSwitch(rules);
    }

    /** Off, with a note of that and of what it was on for. */
    RecordingSwitch off() {
        var off = new ArrayList<RecordingRule>();
        off.add(RecordingRule.none());
        off.add(rule(Type.EXCLUDE).withTrack(STOPPED).build());
        if (isIndividual()) {
            off.add(rule(Type.EXCLUDE).withTrack(INDIVIDUAL).build());
        }
        return new RecordingSwitch(off);
    }

    void write(RoomId room, TwilioCalls calls, String what) {
        // as text, for the SDK writes objects as Java prints them
        String json = JsonMapper.shared()
                .writeValueAsString(rules.stream().map(RecordingSwitch::written).toList());
        calls.call(
                what,
                client -> RecordingRules.updater(room.value()).setRules(json).update(client));
    }

    boolean isOn() {
        return rules.stream().anyMatch(it -> it.getType() == Type.INCLUDE);
    }

    boolean isIndividual() {
        return notes(INDIVIDUAL);
    }

    boolean wasStopped() {
        return notes(STOPPED);
    }

    private boolean notes(String note) {
        return rules.stream().anyMatch(it -> note.equals(it.getTrack()));
    }

    private static Map<String, Object> written(RecordingRule rule) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", rule.getType().toString());
        if (rule.getAll() != null) {
            fields.put("all", rule.getAll());
        }
        if (rule.getKind() != null) {
            fields.put("kind", rule.getKind().toString());
        }
        if (rule.getTrack() != null) {
            fields.put("track", rule.getTrack());
        }
        return fields;
    }

    private static BuilderMiddle rule(Type type) {
        return RecordingRule.builder().withType(type);
    }
}
