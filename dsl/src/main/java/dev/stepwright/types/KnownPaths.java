package dev.stepwright.types;

import dev.stepwright.asl.QueryLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The paths into a value of which something is known, each with what stands there: for editors, which offer them. */
public final class KnownPaths {
    private static final int MOST = 100;
    private static final int DEEPEST = 8;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final boolean isJsonata;
    private final List<KnownPath> paths = new ArrayList<>();

    private KnownPaths(QueryLanguage language) {
        this.isJsonata = language == QueryLanguage.JSONATA;
    }

    /**
     * A path and what is there.
     *
     * @param kind {@code string}, or {@code object or null}
     */
    public record KnownPath(String path, String kind) {}

    /** Returns those into the input of a state, a hundred at most, outer before inner; none if nothing is known of the input. */
    public static List<KnownPath> of(Shape input, QueryLanguage language) {
        return input instanceof Shape.Any
                ? List.of()
                : of(language == QueryLanguage.JSONATA ? "$states.input" : "$", input, language);
    }

    /** Returns the path to a value and those into it, a hundred at most, outer before inner. */
    public static List<KnownPath> of(String root, Shape value, QueryLanguage language) {
        KnownPaths known = new KnownPaths(language);
        known.add(root, value, 0);
        return List.copyOf(known.paths);
    }

    private void add(String path, Shape shape, int depth) {
        if (paths.size() < MOST && depth <= DEEPEST) {
            paths.add(new KnownPath(path, kind(shape)));
            inner(path, shape, depth + 1);
        }
    }

    private void inner(String path, Shape shape, int depth) {
        if (shape instanceof Shape.Structure structure) {
            structure.members().forEach((name, member) -> add(path + step(name), member.shape(), depth));
        } else if (shape instanceof Shape.Sequence sequence && !(sequence.element() instanceof Shape.Any)) {
            add(path + "[0]", sequence.element(), depth);
        } else if (shape instanceof Shape.Tuple tuple) {
            for (int i = 0; i < tuple.elements().size(); i++) {
                add(path + "[" + i + "]", tuple.elements().get(i), depth);
            }
        } else if (shape instanceof Shape.OneOf choice) {
            choice.alternatives().forEach(alternative -> inner(path, alternative, depth));
        }
    }

    private String step(String name) {
        if (PLAIN.matcher(name).matches()) {
            return "." + name;
        }
        return isJsonata ? ".`" + name + "`" : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    private static String kind(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.type().name().toLowerCase(Locale.ROOT);
        }
        if (shape instanceof Shape.Structure) {
            return "object";
        }
        if (shape instanceof Shape.Sequence || shape instanceof Shape.Tuple) {
            return "array";
        }
        if (shape instanceof Shape.OneOf choice) {
            return choice.alternatives().stream()
                    .map(KnownPaths::kind)
                    .distinct()
                    .collect(Collectors.joining(" or "));
        }
        return shape instanceof Shape.Nothing ? "nothing" : "any value";
    }
}
