package dev.convene.core.meeting;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Makes meeting links. A host application may bring its own; links must be unguessable. */
@FunctionalInterface
public interface LinkGenerator {

    MeetingLink next();

    /** 10 characters of {@code A-Za-z0-9_-}, 60 random bits, as the predecessor's nanoid. */
    static LinkGenerator nanoid() {
        RandomGenerator random = new SecureRandom();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
        return () -> new MeetingLink(random.ints(10, 0, alphabet.length())
                .collect(StringBuilder::new, (link, i) -> link.append(alphabet.charAt(i)), StringBuilder::append)
                .toString());
    }
}
