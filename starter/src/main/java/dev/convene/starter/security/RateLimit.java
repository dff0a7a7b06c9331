package dev.convene.starter.security;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** So many requests in a time, written {@code 120/1m}: all of them at once, or one each time share of it. */
record RateLimit(int requests, Duration per) {

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d+\\s*[a-z]+)\\s*");

    RateLimit {
        if (requests < 1 || per.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A rate limit is one request or more in one second or more");
        }
    }

    /** Called by the settings' conversion. */
    public static RateLimit valueOf(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("A rate limit is written as 120/1m: requests, a slash, a time");
        }
        return new RateLimit(
                Integer.parseInt(form.group(1)),
                DurationStyle.SIMPLE.parse(form.group(2).replace(" ", "")));
    }

    @Override
    public String toString() {
        return requests + "/" + DurationStyle.SIMPLE.print(per);
    }
}
