package dev.convene.vendor.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Whether requests are as a vendor's OpenAPI file says. The file is the vendor's, so it is not with the sources: it is looked
 * for by {@link VendorFiles}, and where it is not found a line of the output says so. Immutable.
 */
public final class OpenApiCheck {

    /** Of a file's message keys: there is no such path or method in it. */
    public static final String UNKNOWN_PATH = "validation.request.path.missing";

    public static final String UNKNOWN_METHOD = "validation.request.operation.notAllowed";

    private record Exemption(Pattern path, String key) {}

    /** Reading a file takes seconds, and a test class makes a stub for each test. */
    private static final Map<String, Optional<OpenApiInteractionValidator>> READ = new ConcurrentHashMap<>();

    private final Optional<OpenApiInteractionValidator> validator;
    private final List<Exemption> exceptions;

    private OpenApiCheck(Optional<OpenApiInteractionValidator> validator, List<Exemption> exceptions) {
        this.validator = validator;
        this.exceptions = List.copyOf(exceptions);
    }

    /** By the file of that name among the vendors' files. */
    public static OpenApiCheck by(String file) {
        return new OpenApiCheck(READ.computeIfAbsent(file, OpenApiCheck::read), List.of());
    }

    /** By that file. */
    static OpenApiCheck by(Path file) {
        return new OpenApiCheck(Optional.of(validator(file)), List.of());
    }

    /** Nothing is checked: the vendor has no such file. */
    public static OpenApiCheck none() {
        return new OpenApiCheck(Optional.empty(), List.of());
    }

    /**
     * Without what the file gets wrong.
     *
     * @param paths a regular expression for the whole path
     * @param key of the validator's message, or its beginning
     */
    public OpenApiCheck except(String paths, String key) {
        var more = new ArrayList<>(exceptions);
        more.add(new Exemption(Pattern.compile(paths), key));
        return new OpenApiCheck(validator, more);
    }

    /** What the file does not allow; empty if all is well. */
    List<String> violations(VendorRequest request) {
        return validator.stream()
                .flatMap(it -> it.validateRequest(simple(request)).getMessages().stream())
                .filter(it -> exceptions.stream()
                        .noneMatch(known -> known.path().matcher(request.path()).matches()
                                && it.getKey().startsWith(known.key())))
                .map(OpenApiCheck::text)
                .toList();
    }

    private static Optional<OpenApiInteractionValidator> read(String file) {
        Optional<Path> found = VendorFiles.find(file);
        if (found.isEmpty()) {
            System.out.println(
                    "The vendor's OpenAPI file is not here: requests are not checked against it (" + file + ")");
        }
        return found.map(OpenApiCheck::validator);
    }

    private static OpenApiInteractionValidator validator(Path file) {
        return OpenApiInteractionValidator.createForSpecificationUrl(file.toString())
                .build();
    }

    private static SimpleRequest simple(VendorRequest request) {
        var simple = new SimpleRequest.Builder(request.method(), request.path());
        request.headers().forEach(simple::withHeader);
        request.query().forEach(simple::withQueryParam);
        if (!request.body().isEmpty()) {
            simple.withBody(request.body());
        }
        return simple.build();
    }

    private static String text(Message message) {
        var nested =
                message.getNestedMessages().stream().map(OpenApiCheck::text).toList();
        return message.getKey() + " " + message.getMessage() + (nested.isEmpty() ? "" : " " + nested);
    }
}
