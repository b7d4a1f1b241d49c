package dev.stepwright.json;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Placeholders in texts: {@code ${Name}} and <code>{{name}}</code>, which CloudFormation, SAM, CDK and Terraform fill in, and
 * {@code <NAME>}, which a person does.
 */
public final class Placeholders {
    private static final Pattern ONE = Pattern.compile(
            "\\$\\{((?:[^{}]++|\\{(?:[^{}]++|\\{[^{}]*+})*+})*+)}|\\{\\{([^{}]*)}}|<([A-Z][A-Z0-9_-]*)>");
    /** No definition has this character. */
    private static final String MASK = "\uFFFF";

    private Placeholders() {}

    /** Returns whether a placeholder stands in a text, so that nobody knows what it will be. */
    public static boolean areIn(String text) {
        return (text.indexOf('{') >= 0 || text.indexOf('<') >= 0)
                && ONE.matcher(text).find();
    }

    /** Returns whether a text is nothing but a placeholder. */
    public static boolean isOne(String text) {
        return ONE.matcher(text).matches();
    }

    /** Returns the name of the placeholder that a text is; empty if it is none, or one without a name. */
    public static Optional<String> name(String text) {
        Matcher whole = ONE.matcher(text);
        return whole.matches()
                ? IntStream.rangeClosed(1, whole.groupCount())
                        .mapToObj(whole::group)
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns a text of the same length with a mask for each character of a placeholder, so that the rest can be taken apart. */
    public static String masked(String text) {
        return areIn(text)
                ? ONE.matcher(text)
                        .replaceAll(
                                placeholder -> MASK.repeat(placeholder.group().length()))
                : text;
    }

    /** Returns whether a text has a mask in it. */
    public static boolean isMasked(String text) {
        return text.contains(MASK);
    }
}
