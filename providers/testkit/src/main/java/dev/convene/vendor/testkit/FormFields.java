package dev.convene.vendor.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code application/x-www-form-urlencoded}, as queries and bodies have it. */
final class FormFields {

    private FormFields() {}

    static Map<String, List<String>> decode(@Nullable String form) {
        var fields = new LinkedHashMap<String, List<String>>();
        if (form == null || form.isEmpty()) {
            return fields;
        }
        for (String field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            String value = equals < 0 ? "" : field.substring(equals + 1);
            fields.computeIfAbsent(URLDecoder.decode(name, UTF_8), it -> new ArrayList<>())
                    .add(URLDecoder.decode(value, UTF_8));
        }
        return fields;
    }
}
