package dev.convene.starter.security;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Paths, matched by the same parser as the controllers' routes, so that no spelling reaches one and not the other. */
record PathRule(List<PathPattern> patterns) {

    static PathRule of(String... patterns) {
        return new PathRule(Stream.of(patterns)
                .map(PathPatternParser.defaultInstance::parse)
                .toList());
    }

    /** A slash at the end makes no difference. */
    boolean matches(PathContainer path) {
        PathContainer bare = withoutTrailingSlash(path);
        for (PathPattern pattern : patterns) {
            if (pattern.matches(bare)) {
                return true;
            }
        }
        return false;
    }

    private static PathContainer withoutTrailingSlash(PathContainer path) {
        int size = path.elements().size();
        return size > 1 && path.elements().get(size - 1) instanceof PathContainer.Separator
                ? path.subPath(0, size - 1)
                : path;
    }

    @Override
    public String toString() {
        return String.join(
                " ", patterns.stream().map(PathPattern::getPatternString).toList());
    }
}
