package dev.convene.server;

import dev.convene.core.provider.VideoProvider;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.util.ClassUtils;

/** Does at a provider, with the settings as they are, what a meeting needs, and says what does not work. */
final class CheckCommand implements Command {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

    private final PrintStream out;

    CheckCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String operand() {
        return "PROVIDER";
    }

    @Override
    public String summary() {
        return "open a room at a provider such as vonage, sign a join token, and close the room";
    }

    @Override
    public String options() {
        return "--KEY=VALUE       any setting, as for start\n";
    }

    @Override
    public int run(List<String> words) {
        if (words.isEmpty() || !NAME.matcher(words.getFirst()).matches()) {
            throw new Misunderstood("check which provider? One of " + names() + ".");
        }
        String name = words.getFirst();
        List<String> settings = words.subList(1, words.size());
        Command.requireKnown(settings);
        Class<?> configuration = configurations()
                .filter(it -> it.getPackageName().endsWith(".provider." + name))
                .findFirst()
                .orElseThrow(
                        () -> new Misunderstood("There is no provider " + name + " to check, only " + names() + "."));
        var application = new SpringApplication(Application.class, configuration);
        application.setMainApplicationClass(ConveneServer.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "error"));
        try (var context = application.run(settings.toArray(String[]::new))) {
            Optional<VideoProvider> provider =
                    context.getBeanProvider(VideoProvider.class).stream().findFirst();
            if (provider.isEmpty()) {
                out.printf("%s has no credentials: set those of convene.%s.* (docs/providers.md).%n", name, name);
                return 1;
            }
            return new ProviderCheck(provider.get(), out).run() ? 0 : 1;
        }
    }

    private static List<String> names() {
        return configurations()
                .map(it -> it.getPackageName().substring(it.getPackageName().lastIndexOf('.') + 1))
                .sorted()
                .toList();
    }

    /** Of the providers in this jar; the embedded one has nobody to ask. */
    private static Stream<Class<?>> configurations() {
        ClassLoader classLoader = CheckCommand.class.getClassLoader();
        return ImportCandidates.load(AutoConfiguration.class, classLoader).getCandidates().stream()
                .filter(it -> it.startsWith("dev.convene.provider.") && !it.contains(".embedded."))
                .map(it -> ClassUtils.resolveClassName(it, classLoader));
    }

    /** The settings of the server, and nothing else of it. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    static class Application {}
}
