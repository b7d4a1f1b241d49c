package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.expression.ReferencePath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where the result of a state goes in its input, compiled. Nothing of it shows that it remembers names. ASL: Input and Output Processing. */
public final class ResultPath {
    /** A path this long in a definition is an attack; the spine is built by recursion. */
    private static final int MAX_STEPS = 1000;

    private final List<PathStep> steps;
    /** For each step that is a name. */
    private final @Nullable Insertion[] insertions;

    private final int namesLength;

    ResultPath(ReferencePath path) {
        if (path.root() != PathRoot.INPUT) {
            throw new IllegalArgumentException("ResultPath \"" + path + "\" must begin with \"$.\" or \"$[\";"
                    + " the Context Object and variables cannot take a result");
        }
        this.steps = path.steps();
        if (steps.size() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "ResultPath has " + steps.size() + " steps; at most " + MAX_STEPS + " are allowed");
        }
        this.insertions = steps.stream()
                .map(step -> step instanceof PathStep.Name name ? new Insertion(name.name()) : null)
                .toArray(Insertion[]::new);
        this.namesLength = steps.stream()
                .mapToInt(
                        step -> step instanceof PathStep.Name name ? name.name().length() : 0)
                .sum();
    }

    /**
     * Returns a document with a value in its place. Missing objects on the way are made, and an array of one where the first element of one
     * is missing as a whole.
     *
     * @param into not changed; what the path does not lead through is shared with the returned document
     * @throws EvaluationFailure {@code States.ReferencePathConflict} if the path leads through a value that is no object or
     *     array, or to an element that does not exist
     */
    public JsonNode insert(JsonNode into, JsonNode value) {
        return insert(into, value, 0);
    }

    /** Returns how many characters the names on the path have, all together. */
    public int namesLength() {
        return namesLength;
    }

    /** Returns how many steps the path has: so much deeper than the value is what {@link #insert} returns, at least. */
    public int length() {
        return steps.size();
    }

    private JsonNode insert(@Nullable JsonNode into, JsonNode value, int at) {
        if (at == steps.size()) {
            return value;
        }
        Insertion insertion = insertions[at];
        return insertion != null
                ? member(into, insertion, value, at)
                : element(into, ((PathStep.Index) steps.get(at)).index(), value, at);
    }

    private JsonNode member(@Nullable JsonNode into, Insertion insertion, JsonNode value, int at) {
        if (into != null && !into.isObject()) {
            throw mismatch("\"" + insertion.name() + "\"", into);
        }
        ObjectNode object = into == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) into;
        JsonNode inner = at + 1 == steps.size() ? value : insert(object.get(insertion.name()), value, at + 1);
        return insertion.into(object, inner);
    }

    private JsonNode element(@Nullable JsonNode into, int index, JsonNode value, int at) {
        if (into == null && index == 0) {
            return JsonNodeFactory.instance.arrayNode().add(insert(null, value, at + 1));
        }
        int place = index < 0 && into != null ? index + into.size() : index;
        if (!(into instanceof ArrayNode array) || place < 0 || place >= array.size()) {
            throw mismatch("[" + index + "]", into);
        }
        ArrayNode spine = JsonNodeFactory.instance.arrayNode(array.size());
        spine.addAll(array);
        spine.set(place, insert(array.get(place), value, at + 1));
        return spine;
    }

    private static EvaluationFailure mismatch(String step, @Nullable JsonNode into) {
        return new EvaluationFailure(
                ErrorNames.REFERENCE_PATH_CONFLICT,
                "Unable to apply step " + step + " to input " + (into == null ? "{}" : Shown.of(into)),
                null);
    }
}
