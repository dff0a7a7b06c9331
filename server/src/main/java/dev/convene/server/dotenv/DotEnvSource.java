package dev.convene.server.dotenv;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables of one file; they may be written in every form in which those of the environment may. */
final class DotEnvSource extends SystemEnvironmentPropertySource implements OriginLookup<String> {

    private final Path file;
    private final Map<String, Integer> lines;
    private final List<DotEnv.Wrong> wrong;

    private DotEnvSource(Path file, DotEnv content) {
        // Spring Boot knows by the end of the name that these are variables
        super(file + "-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values(content));
        this.file = file;
        this.lines = content.entries().stream()
                .collect(Collectors.toMap(DotEnv.Entry::name, DotEnv.Entry::line, (earlier, later) -> later));
        this.wrong = content.wrong();
    }

    /** A file that cannot be read is one with a wrong first line. */
    static DotEnvSource of(Path file) {
        try {
            return new DotEnvSource(file, DotEnv.parse(Files.readString(file)));
        } catch (CharacterCodingException e) {
            return unreadable(file, "is not in UTF-8");
        } catch (IOException e) {
            return unreadable(file, "cannot be read: " + e.getMessage());
        }
    }

    private static DotEnvSource unreadable(Path file, String reason) {
        return new DotEnvSource(file, new DotEnv(List.of(), List.of(new DotEnv.Wrong(1, reason))));
    }

    private static Map<String, Object> values(DotEnv content) {
        var values = new HashMap<String, Object>();
        content.entries().forEach(it -> values.put(it.name(), it.value()));
        return values;
    }

    Path file() {
        return file;
    }

    List<DotEnv.Wrong> wrong() {
        return wrong;
    }

    @Override
    public @Nullable Origin getOrigin(String name) {
        String property = resolvePropertyName(name);
        Integer line = lines.get(property);
        return line == null ? null : new Line(file, line);
    }

    private record Line(Path file, int number) implements Origin {

        @Override
        public String toString() {
            return file + ", line " + number;
        }
    }
}
