package dev.convene.starter.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Spelling {

    private Spelling() {}

    /** The name with the fewest mistakes, if they are few for its length; or one in another group. */
    static Optional<String> meant(String written, Collection<String> names) {
        String word = squeezed(written);
        return names.stream()
                .min(Comparator.comparingInt(it -> distance(word, squeezed(it))))
                .filter(it -> distance(word, squeezed(it)) <= Math.max(2, word.length() / 8))
                .or(() -> names.stream()
                        .filter(it -> lastElement(it).equals(lastElement(written)))
                        .findFirst());
    }

    /** Without what the ways to write a setting differ in. */
    static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static String lastElement(String name) {
        return squeezed(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Characters left out, added, exchanged or swapped with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, one, other, i, j);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int fewest = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
    }
}
