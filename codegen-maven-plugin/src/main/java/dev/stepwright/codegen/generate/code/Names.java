package dev.stepwright.codegen.generate.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Java names for names that are written for people or for JSON. */
public final class Names {
    /** What a record cannot have as a component, and what our own members are called. */
    private static final Set<String> RESERVED = Set.of(
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait",
            "builder",
            "handlers");

    private static final Pattern LOWER_CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern HUMP =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private Names() {}

    /** Returns a type name: {@code ship-order} gives {@code ShipOrder}, and TypeScript's {@code Def<number[]>} {@code DefNumberArray}. */
    public static String type(String text) {
        String name =
                words(text.replace("[]", " array")).stream().map(Names::capital).collect(Collectors.joining());
        return legal(name.isEmpty() ? "Type" : name);
    }

    /** Returns the name of a method, field or parameter: {@code order_id} gives {@code orderId}; a lower camel case name stays as it is. */
    public static String member(String text) {
        if (LOWER_CAMEL_CASE.matcher(text).matches()) {
            return legal(text);
        }
        List<String> words = words(text);
        if (words.isEmpty()) {
            return "value";
        }
        String tail = words.stream().skip(1).map(Names::capital).collect(Collectors.joining());
        return legal(words.get(0).toLowerCase(Locale.ROOT) + tail);
    }

    /** Returns the name of a constant: {@code Is paid?} gives {@code IS_PAID}, {@code <=} gives {@code LESS_THAN_SIGN_EQUALS_SIGN}. */
    public static String constant(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            words = text.codePoints()
                    .mapToObj(Names::characterName)
                    .flatMap(name -> words(name).stream())
                    .toList();
        }
        String name = words.stream().map(word -> word.toUpperCase(Locale.ROOT)).collect(Collectors.joining("_"));
        return legal(name.isEmpty() ? "EMPTY" : name);
    }

    /** Returns a text with its signs in words, but for what parts words: {@code Paid?} gives {@code Paid QUESTION MARK}, {@code pay-out} stays. */
    public static String spelt(String text) {
        return text.codePoints()
                .mapToObj(sign ->
                        Character.isLetterOrDigit(sign) || Character.isWhitespace(sign) || "-_".indexOf(sign) >= 0
                                ? Character.toString(sign)
                                : " " + characterName(sign) + " ")
                .collect(Collectors.joining())
                .strip();
    }

    private static String characterName(int codePoint) {
        String name = Character.getName(codePoint);
        return name == null ? Integer.toHexString(codePoint) : name;
    }

    /** Returns a package name that is legal in Java: {@code com.acme-corp} gives {@code com.acme_corp}. */
    public static String packageName(String text) {
        return List.of(text.split("\\.", -1)).stream()
                .filter(part -> !part.isEmpty())
                .map(part -> legal(part.replaceAll("[^\\p{L}\\p{Nd}_]", "_")))
                .collect(Collectors.joining("."));
    }

    private static String legal(String name) {
        String start = Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
        return SourceVersion.isKeyword(start) || RESERVED.contains(start) || start.equals("_") ? start + "_" : start;
    }

    private static String capital(String word) {
        boolean allUpper = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1;
        String tail = word.substring(1);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + (allUpper ? tail.toLowerCase(Locale.ROOT) : tail);
    }

    /** Splits at what no identifier may hold, at underscores and at humps: {@code aURLPath_2} gives a, URL, Path, 2. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String part : BETWEEN.split(text, -1)) {
            for (String word : HUMP.split(part, -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
