package dev.convene.provider.embedded;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object read strictly: each field has the type and the length it must have, or the message is refused. */
record MessageFields(JsonNode object) {

    static MessageFields of(@Nullable JsonNode node) {
        if (node == null || !node.isObject()) {
            throw Refusal.badMessage("An object is expected");
        }
        return new MessageFields(node);
    }

    MessageFields in(String name) {
        return of(object.get(name));
    }

    boolean isNull(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isNull();
    }

    String text(String name, int maxLength) {
        String text = optionalText(name, maxLength);
        if (text == null) {
            throw Refusal.badMessage("'" + name + "' is missing");
        }
        return text;
    }

    /** Null if the field is absent or null. */
    @Nullable
    String optionalText(String name, int maxLength) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > maxLength) {
            throw Refusal.badMessage("'" + name + "' is a text of at most " + maxLength + " characters");
        }
        return value.stringValue();
    }

    boolean flag(String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isBoolean()) {
            throw Refusal.badMessage("'" + name + "' is true or false");
        }
        return value.booleanValue();
    }

    /** Null if the field is absent or null. */
    @Nullable
    Integer optionalNumber(String name, int max) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isInt() || value.intValue() < 0 || value.intValue() > max) {
            throw Refusal.badMessage("'" + name + "' is a number from 0 to " + max);
        }
        return value.intValue();
    }
}
