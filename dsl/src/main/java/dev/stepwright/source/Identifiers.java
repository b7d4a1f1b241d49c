package dev.stepwright.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Java identifiers made of any text, each of them once. */
final class Identifiers {
    /** Longer ones make a line that nobody reads. */
    private static final int LONGEST = 60;

    private static final Set<String> RESERVED =
            Set.of(("abstract assert boolean break byte case catch char class const continue"
                            + " default do double else enum extends final finally float for goto if implements import instanceof int"
                            + " interface long native new package private protected public return short static strictfp super switch"
                            + " synchronized this throw throws transient try void volatile while true false null var record yield"
                            + " sealed permits")
                    .split(" "));

    /** No component of a record has one of these names. */
    static final Set<String> METHODS_OF_OBJECTS =
            Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "equals");

    private final Set<String> taken = new HashSet<>();

    Identifiers(Set<String> taken) {
        this.taken.addAll(taken);
    }

    boolean has(String name) {
        return taken.contains(name);
    }

    /** Returns an identifier that is not taken yet, and takes it: the wanted one, or that with a number. */
    String free(String wanted) {
        String name = wanted;
        for (int i = 2; !taken.add(name); i++) {
            name = wanted + (Character.isDigit(wanted.charAt(wanted.length() - 1)) ? "_" : "") + i;
        }
        return name;
    }

    /** Returns for example {@code chargeCard}. */
    static String variable(String text) {
        List<String> words = words(text);
        StringBuilder name = new StringBuilder(words.isEmpty() ? "state" : lower(words.get(0)));
        words.stream().skip(1).forEach(word -> name.append(capital(word)));
        return valid(name.toString(), "state");
    }

    /** Returns for example {@code ChargeCard}. */
    static String type(String text) {
        StringBuilder name = new StringBuilder();
        words(text).forEach(word -> name.append(capital(word)));
        return valid(name.isEmpty() ? "Machine" : name.toString(), "Machine");
    }

    /** Returns the name of a type for one of what a name such as {@code Orders} stands for. */
    static String singular(String type) {
        if (type.endsWith("ies")) {
            return type.substring(0, type.length() - 3) + "y";
        }
        if (type.matches(".*(ss|x|ch|sh)es")) {
            return type.substring(0, type.length() - 2);
        }
        return type.matches(".*[^suia]s") ? type.substring(0, type.length() - 1) : type + "Item";
    }

    /** Returns for example {@code CHARGE_CARD}. */
    static String constant(String text) {
        String name = String.join("_", words(text)).toUpperCase(Locale.ROOT);
        return valid(name.isEmpty() ? "RESOURCE" : name, "RESOURCE_");
    }

    private static String valid(String name, String before) {
        String cut = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        if (Character.isDigit(cut.charAt(0))) {
            return before + cut;
        }
        return RESERVED.contains(cut) ? cut + "_" : cut;
    }

    /** The words of a text: at anything that is no letter or digit, and where a capital follows a small letter. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replaceAll("([A-Z])([A-Z][a-z])", "$1 $2");
        for (String word : spaced.split("[^A-Za-z0-9]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + lower(word.substring(1));
    }
}
