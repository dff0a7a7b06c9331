package dev.convene.starter.settings;

import dev.convene.starter.settings.SettingsMetadata.Property;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** Finds settings that nothing reads: typing errors, mostly. */
final class UnknownNames {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownNames.class);

    /** What Kubernetes sets for a service named "convene": https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("CONVENE(_[A-Z0-9_]+)?_(SERVICE_(HOST|PORT.*)|PORT(_\\d+_(TCP|UDP|SCTP).*)?)");

    private final BoundSettings bound;
    private final List<String> names;
    private final Set<String> knownSqueezed;

    UnknownNames(BoundSettings bound, SettingsMetadata metadata) {
        this.bound = bound;
        this.names = metadata.properties().stream().map(Property::name).toList();
        this.knownSqueezed = bound.known().stream()
                .map(it -> Spelling.squeezed(it.toString()))
                .collect(Collectors.toSet());
    }

    Stream<WrongSetting> in(Sources sources) {
        Stream<WrongSetting> settings = sources.ours()
                .filter(it -> !bound.isKnown(it.getName()) && !isPartOfFailure(it.getName()))
                .map(it -> unknown(
                        it.getName().toString(),
                        it.getOrigin() == null ? null : it.getOrigin().toString()));
        return Stream.concat(settings, sources.ourVariables().flatMap(it -> variable(it).stream()));
    }

    /**
     * A variable may be somebody else's and begin with our name by chance, so it is wrong only if it is nearly one of our
     * settings.
     */
    private Optional<WrongSetting> variable(Sources.Variable variable) {
        String name = variable.name();
        if (knownSqueezed.contains(Spelling.squeezed(name))
                || SERVICE_LINK.matcher(name).matches()) {
            return Optional.empty();
        }
        if (Spelling.meant(name.replace('_', '.'), names).isEmpty()) {
            LOG.warn("{} in the environment is no setting of Convene: it has no effect", name);
            return Optional.empty();
        }
        return Optional.of(unknown(name, variable.origin()));
    }

    private WrongSetting unknown(String name, @Nullable String origin) {
        // its value is not shown: it may be a secret whose name was misspelt
        String meant = Spelling.meant(name.replace('_', '.'), names)
                .map(it -> "; did you mean " + it + "?")
                .orElse("");
        return new WrongSetting(name, null, origin, "there is no such setting" + meant);
    }

    /** A list that could not be read to its end. */
    private boolean isPartOfFailure(ConfigurationPropertyName name) {
        return bound.failures().stream().anyMatch(it -> it.name().isAncestorOf(name))
                || bound.failures().stream()
                        .anyMatch(it -> it.name().getNumberOfElements() > 1
                                && it.name().isLastElementIndexed()
                                && it.name().getParent().isAncestorOf(name));
    }
}
