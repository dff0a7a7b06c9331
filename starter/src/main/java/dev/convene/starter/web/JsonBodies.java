package dev.convene.starter.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads request bodies strictly, whatever the host application's own mapper allows, and says what is wrong where. */
final class JsonBodies {

    /** The predecessor's limit. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final Map<Class<?>, String> TYPE_NAMES =
            Map.of(Boolean.class, "boolean", String.class, "string", Map.class, "object");

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // which the feature above does not cover
            .withCoercionConfig(LogicalType.Textual, JsonBodies::refuseScalars)
            .build();

    <T> T read(byte[] body, Class<T> type) {
        if (body.length == 0) {
            throw new InvalidRequest("Send a JSON object; the request has no body.", List.of());
        }
        try {
            return Objects.requireNonNullElseGet(mapper.readValue(body, type), () -> {
                throw InvalidRequest.field("", "type", "must be object", Map.of("type", "object"));
            });
        } catch (StreamReadException e) {
            throw new MalformedBody(e);
        } catch (StreamConstraintsException e) {
            throw new BadRequest(
                    "json-beyond-limits", "The body is nested too deeply, or has a name or number too long.");
        } catch (DatabindException e) {
            throw invalid(e, type);
        }
    }

    /** The body, or a problem if it is larger than {@link #MAX_BYTES}. */
    static byte[] bytes(InputStream body, int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new BodyTooLarge(limit);
        }
        return bytes;
    }

    private static void refuseScalars(MutableCoercionConfig texts) {
        Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                .forEach(it -> texts.setCoercion(it, CoercionAction.Fail));
    }

    private static RuntimeException invalid(DatabindException e, Class<?> root) {
        if (e.getCause() instanceof InvalidRequest invalid) {
            return invalid;
        }
        String path = e.getPath().stream()
                .map(it -> "/" + (it.getPropertyName() != null ? it.getPropertyName() : String.valueOf(it.getIndex())))
                .collect(Collectors.joining());
        Class<?> wanted = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : root;
        String name = TYPE_NAMES.getOrDefault(wanted, "object");
        return InvalidRequest.field(path, "type", "must be " + name, Map.of("type", name));
    }

    /** The body is no JSON. */
    static final class MalformedBody extends RuntimeException {
        MalformedBody(JacksonException cause) {
            super(
                    "The body is not JSON from line %d, column %d on."
                            .formatted(
                                    cause.getLocation().getLineNr(),
                                    cause.getLocation().getColumnNr()),
                    cause);
        }
    }

    /** The body is larger than what is read. */
    static final class BodyTooLarge extends RuntimeException {
        BodyTooLarge(int limit) {
            super("The body has more than " + limit + " bytes.");
        }
    }
}
