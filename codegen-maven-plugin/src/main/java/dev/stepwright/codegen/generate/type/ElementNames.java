package dev.stepwright.codegen.generate.type;

import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.shape.TypeHomes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one element of an array is called whose name is an English plural. Where the singular is not plain to see, as of {@code caches} and {@code
 * branches}, none is given.
 */
final class ElementNames {
    private static final String ITEM = " Item";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}]+");

    /** A plural of which another ending says something else; in lower case. */
    private static final Set<String> ODD = Set.of(
            "alias",
            "aliases",
            "analyses",
            "analytics",
            "appendices",
            "atlas",
            "atlases",
            "axes",
            "bias",
            "biases",
            "brownies",
            "calories",
            "canvas",
            "canvases",
            "chaos",
            "clothes",
            "codices",
            "cookies",
            "crises",
            "diagnoses",
            "freebies",
            "gas",
            "gases",
            "goods",
            "headquarters",
            "helices",
            "hooves",
            "indices",
            "knives",
            "leaves",
            "lens",
            "lenses",
            "lies",
            "lives",
            "loaves",
            "logistics",
            "mathematics",
            "matrices",
            "movies",
            "newbies",
            "news",
            "oases",
            "physics",
            "pies",
            "rookies",
            "scarves",
            "selfies",
            "series",
            "smoothies",
            "species",
            "synopses",
            "thieves",
            "ties",
            "vertices",
            "vortices",
            "wives",
            "yes",
            "zombies");

    /** An ending, and what stands in its place in the singular; the first that fits tells, an empty one that it is not plain. */
    private static final List<Ending> ENDINGS = List.of(
            new Ending("series", ""),
            new Ending("species", ""),
            new Ending("theses", ""),
            new Ending("lyses", ""),
            new Ending("tzes", ""),
            new Ending("ies", "y"),
            new Ending("sses", "ss"),
            new Ending("xes", "x"),
            new Ending("tches", "tch"),
            new Ending("nches", "nch"),
            new Ending("shes", "sh"),
            new Ending("ches", ""),
            new Ending("uses", ""),
            new Ending("zzes", ""),
            new Ending("oes", ""),
            new Ending("lves", ""),
            new Ending("us", ""),
            new Ending("is", ""),
            new Ending("ss", ""),
            new Ending("s", " "));

    private static final Pattern NO_VOWEL =
            Pattern.compile("(?:^|\\P{L}|(?=\\p{Lu}))[\\p{L}&&[^AEIOUYaeiouyÀ-ÿ]]?[\\p{Ll}&&[^aeiouyà-ÿ]]+s$");

    private record Ending(String plural, String singular) {
        String of(String word) {
            return word.substring(0, word.length() - plural.length()) + singular.strip();
        }
    }

    private ElementNames() {}

    /** Returns the words for a type that an array without a title holds; empty if it is none, or if its name tells no singular. */
    static Optional<String> of(Place type) {
        return type.lastIndex() < 0
                        && type.lastStep().equals("items")
                        && !type.node().has("title")
                ? TypeHomes.name(type)
                        .filter(name -> name.endsWith(ITEM))
                        .flatMap(name -> singular(name.substring(0, name.length() - ITEM.length())))
                : Optional.empty();
    }

    /** Returns a name in the singular, {@code orderLine} for {@code orderLines}; empty if that is not plain. */
    static Optional<String> singular(String name) {
        return isOdd(name) || isAcronym(name)
                ? Optional.empty()
                : ENDINGS.stream()
                        .filter(ending -> name.endsWith(ending.plural()))
                        .findFirst()
                        .filter(ending -> !ending.singular().isEmpty()
                                && name.length() > ending.plural().length() + 1)
                        .map(ending -> ending.of(name));
    }

    /** Returns whether a name ends with letters that nobody speaks as a word, such as {@code dns}: the last one may belong to them. */
    private static boolean isAcronym(String name) {
        return NO_VOWEL.matcher(name).find();
    }

    private static boolean isOdd(String name) {
        List<String> words = BETWEEN_WORDS.splitAsStream(name).toList();
        return words.isEmpty() || ODD.contains(words.get(words.size() - 1).toLowerCase(Locale.ROOT));
    }
}
