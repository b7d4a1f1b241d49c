package dev.stepwright.types.jsonpath;

import dev.stepwright.asl.Spelling;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A name that a path reads of what comes from outside, though the definition makes a member whose name is all but the same. Outside there may be
 * anything, so this is no more than a question.
 */
final class Misspelt {
    /** Of two shorter names one letter is too much of a difference. */
    private static final int SHORTEST = 5;

    private Misspelt() {}

    /** Returns the name that is probably meant by the first one of a path which leads to something. */
    static Optional<String> of(JsonPath path, Frame frame) {
        List<PathStep> steps = path.steps();
        Fields fields = frame.input().fields();
        if (path.root() != PathRoot.INPUT
                || steps.isEmpty()
                || !(steps.get(0) instanceof PathStep.Name written)
                || fields == null
                || !frame.input().isKnown()
                || fields.canBeClosed()
                || fields.field(written.name()) != null) {
            return Optional.empty();
        }
        return fields.named().entrySet().stream()
                .filter(made -> made.getValue().isAlways() && isSlip(written.name(), made.getKey()))
                .filter(made -> leadsOn(made.getValue(), steps))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean leadsOn(Field made, List<PathStep> steps) {
        Value value = made.value();
        return steps.size() == 1
                || !(steps.get(1) instanceof PathStep.Name next)
                || Reader.field(value, next.name()).found();
    }

    /** Names that differ at their ends, or by a plural or number, are different on purpose. */
    private static boolean isSlip(String written, String made) {
        if (written.equalsIgnoreCase(made)) {
            return true;
        }
        return Math.min(written.length(), made.length()) >= SHORTEST
                && written.charAt(0) == made.charAt(0)
                && written.charAt(written.length() - 1) == made.charAt(made.length() - 1)
                && !stem(written).equals(stem(made))
                && Spelling.distance(written, made) == 1;
    }

    private static String stem(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[0-9]|s\\b|s(?=_)", "");
    }
}
