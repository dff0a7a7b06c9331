package dev.convene.server.variables;

import java.util.Map;
import java.util.Optional;

/** How the text of a variable becomes settings. */
@FunctionalInterface
interface Reading {

    /**
     * @param text not blank
     * @param environment for the variables that mean something only together
     * @return settings with their values
     * @throws IllegalArgumentException with the reason, continuing a sentence that begins with the variable's name
     */
    Map<String, String> read(String text, Variables environment);

    /** The variables that are set. */
    @FunctionalInterface
    interface Variables {

        /** @return its text without the blanks around it; empty if nothing is left */
        Optional<String> value(String name);
    }
}
