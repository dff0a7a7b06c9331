package dev.convene.starter.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the modules on the class path say of their settings, in the files that the compiler made of the properties classes:
 * https://docs.spring.io/spring-boot/specification/configuration-metadata/format.html
 *
 * @param classes the names of the properties classes, each with its prefix
 */
record SettingsMetadata(List<Group> classes, List<Property> properties) {

    static final String PREFIX = "convene";
    private static final String FILE = "META-INF/spring-configuration-metadata.json";

    /** A class whose properties begin with the prefix. */
    record Group(String prefix, String className) {}

    /** One setting. */
    record Property(
            String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable String defaultValue) {}

    static SettingsMetadata of(ClassLoader classLoader) {
        var classes = new ArrayList<Group>();
        var properties = new ArrayList<Property>();
        try {
            for (URL file : Collections.list(classLoader.getResources(FILE))) {
                String content = read(file);
                // most are Spring's, and parsing them would cost each start time
                if (content.contains('"' + PREFIX)) {
                    JsonNode metadata = JsonMapper.shared().readTree(content);
                    metadata.path("groups").forEach(it -> addClass(it, classes));
                    metadata.path("properties").forEach(it -> addProperty(it, properties));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SettingsMetadata(List.copyOf(classes), List.copyOf(properties));
    }

    private static String read(URL file) throws IOException {
        try (InputStream content = file.openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A group that a method gives is a part of a class that is listed itself. */
    private static void addClass(JsonNode group, List<Group> classes) {
        if (isOurs(group) && !group.has("sourceMethod") && group.has("sourceType")) {
            classes.add(new Group(
                    group.get("name").stringValue(), group.get("sourceType").stringValue()));
        }
    }

    private static void addProperty(JsonNode property, List<Property> properties) {
        if (isOurs(property)) {
            properties.add(new Property(
                    property.get("name").stringValue(),
                    text(property, "type"),
                    text(property, "description"),
                    text(property, "defaultValue")));
        }
    }

    private static boolean isOurs(JsonNode node) {
        String name = node.path("name").stringValue("");
        return name.equals(PREFIX) || name.startsWith(PREFIX + ".");
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (value.isArray()) {
            return String.join(",", value.valueStream().map(JsonNode::asString).toList());
        }
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }
}
