package dev.convene.core.provider;

import java.util.regex.Pattern;

/** The name of a provider, as settings, URLs and rows carry it: {@code embedded}, {@code livekit}, … */
public record ProviderName(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{0,31}");

    public ProviderName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A provider's name is lower-case letters and digits: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
