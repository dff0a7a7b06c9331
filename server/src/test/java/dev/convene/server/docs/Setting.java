package dev.convene.server.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A setting under {@code convene.*}, as the compiler wrote it down from its properties class.
 *
 * @param fallback its default; null if it has none
 * @param inServer what the server sets in its application.yml; null for nothing
 * @param owner the properties class
 */
record Setting(String name, Kind kind, String meaning, String fallback, String inServer, String owner) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String PREFIX = "convene.";

    /** Of all modules, sorted by group and name. */
    static List<Setting> all() {
        Map<String, String> server = server();
        var settings = new ArrayList<Setting>();
        try {
            for (URL file : Collections.list(Setting.class.getClassLoader().getResources(METADATA))) {
                try (InputStream content = file.openStream()) {
                    JsonMapper.shared()
                            .readTree(content.readAllBytes())
                            .path("properties")
                            .valueStream()
                            .filter(it -> it.get("name").asString().startsWith(PREFIX))
                            .map(it -> of(it, server.get(it.get("name").asString())))
                            .forEach(settings::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings.sort(Comparator.comparing(Setting::group).thenComparing(Setting::name));
        return settings;
    }

    /** {@code convene.join} of {@code convene.join.token-life}; {@code convene} of {@code convene.home}. */
    String group() {
        int end = name.indexOf('.', PREFIX.length());
        return end < 0 ? "convene" : name.substring(0, end);
    }

    /** Where it counts, if not everywhere. */
    String scope() {
        if (owner.startsWith("dev.convene.server.")) {
            return "server only";
        }
        return owner.replaceFirst("^dev\\.convene\\.provider\\.(\\w+)\\..*$", "provider `$1`")
                .replaceFirst("^dev\\.convene\\..*", "");
    }

    private static Setting of(JsonNode property, String inServer) {
        return new Setting(
                property.get("name").asString(),
                Kind.of(property.get("type").asString()),
                property.path("description").asString("").replaceAll("\\{@code ([^}]*)}", "`$1`"),
                text(property.path("defaultValue")),
                inServer,
                property.get("sourceType").asString());
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(","));
        }
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    private static Map<String, String> server() {
        try {
            return new YamlPropertySourceLoader()
                    .load("server", new ClassPathResource("application.yml")).stream()
                            .map(EnumerablePropertySource.class::cast)
                            .flatMap(source -> List.of(source.getPropertyNames()).stream()
                                    .filter(it -> it.startsWith(PREFIX))
                                    .map(it -> Map.entry(it, String.valueOf(source.getProperty(it)))))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
