package dev.convene.vendor.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Whether requests are as a vendor's OpenAPI file says. The file is the vendor's, so it is not with the sources: it is looked
 * for by {@link VendorFiles}, and where it is not found a line of the output says so. Immutable.
 */
public final class OpenApiCheck {

    /** Of a file's message keys: there is no such path or method in it. */
    public static final String UNKNOWN_PATH = "validation.request.path.missing";

    public static final String UNKNOWN_METHOD = "validation.request.operation.notAllowed";

    private record Exemption(Pattern path, String message) {}

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
        return by(file, it -> it);
    }

    /**
     * By the file of that name among the vendors' files.
     *
     * @param mended makes of the file's text what it should be, where it is not even valid OpenAPI; the same at every call
     */
    public static OpenApiCheck by(String file, UnaryOperator<String> mended) {
        return new OpenApiCheck(READ.computeIfAbsent(file, it -> read(it, mended)), List.of());
    }

    /** By that file. */
    static OpenApiCheck by(Path file) {
        return new OpenApiCheck(Optional.of(validator(file, it -> it)), List.of());
    }

    /** Nothing is checked: the vendor has no such file. */
    public static OpenApiCheck none() {
        return new OpenApiCheck(Optional.empty(), List.of());
    }

    /**
     * Without what the file gets wrong.
     *
     * @param paths a regular expression for the whole path
     * @param message the beginning of the validator's key and message
     */
    public OpenApiCheck except(String paths, String message) {
        var more = new ArrayList<>(exceptions);
        more.add(new Exemption(Pattern.compile(paths), message));
        return new OpenApiCheck(validator, more);
    }

    /** What the file does not allow; empty if all is well. */
    List<String> violations(VendorRequest request) {
        return validator.stream()
                .flatMap(it -> it.validateRequest(simple(request)).getMessages().stream())
                .map(OpenApiCheck::text)
                .filter(it -> exceptions.stream()
                        .noneMatch(known ->
                                known.path().matcher(request.path()).matches() && it.startsWith(known.message())))
                .toList();
    }

    private static Optional<OpenApiInteractionValidator> read(String file, UnaryOperator<String> mended) {
        Optional<Path> found = VendorFiles.find(file);
        if (found.isEmpty()) {
            System.out.println(
                    "The vendor's OpenAPI file is not here: requests are not checked against it (" + file + ")");
        }
        return found.map(it -> validator(it, mended));
    }

    private static OpenApiInteractionValidator validator(Path file, UnaryOperator<String> mended) {
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(mended.apply(Files.readString(file)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
