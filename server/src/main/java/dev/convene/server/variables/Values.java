package dev.convene.server.variables;

import dev.convene.server.variables.Variable.Value;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The kinds of values that variables have. */
final class Values {

    private static final int MAX_PORT = 65_535;

    private Values() {}

    /** As it is written. */
    static String text(String text) {
        return text;
    }

    static String bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("is not true or false");
        }
        return text;
    }

    static Value number(int least) {
        return text -> number(text, least);
    }

    static String number(String text, int least) {
        return numberBetween(text, least, Integer.MAX_VALUE);
    }

    static Value port(int least) {
        return text -> numberBetween(text, least, MAX_PORT);
    }

    static String address(String text) {
        try {
            InetAddress.getByName(text);
            return text;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("is not an address of this machine, such as 127.0.0.1 or 0.0.0.0", e);
        }
    }

    /** With a slash before it and none after; none at all for the root. */
    static String path(String text) {
        String bare = text.replaceAll("^/+|/+$", "");
        return bare.isEmpty() ? "" : "/" + bare;
    }

    private static String numberBetween(String text, int least, int most) {
        String range = "is not a whole number, %d or more".formatted(least)
                + (most == Integer.MAX_VALUE ? "" : ", %d at most".formatted(most));
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(range);
            }
            return String.valueOf(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range, e);
        }
    }
}
