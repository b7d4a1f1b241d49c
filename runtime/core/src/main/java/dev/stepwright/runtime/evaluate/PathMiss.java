package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Says why a path leads nowhere, in the words of the service. */
final class PathMiss {
    private PathMiss() {}

    /** Returns why a step has no value. */
    static String at(JsonPath path, int step, JsonNode parent) {
        List<PathStep> steps = path.steps();
        if (steps.get(step) instanceof PathStep.Index index) {
            return parent.isArray()
                    ? "No results for path: " + canonical(steps, step + 1)
                    : "Filter: [" + index.index() + "] can only be applied to arrays. Current context is: "
                            + JsonText.compact(parent);
        }
        if (!parent.isObject()) {
            return "Expected to find an object with property " + fragment(steps.get(step)) + " in path "
                    + canonical(steps, step) + " but found '"
                    + parent.getNodeType().name().toLowerCase(Locale.ROOT) + "'.";
        }
        return step == steps.size() - 1
                ? "No results for path: " + canonical(steps, step + 1)
                : "Missing property in path " + canonical(steps, step + 1);
    }

    /** Returns why a path has no value at all to start from. */
    static String noRoot(JsonPath path) {
        return path.root() == PathRoot.VARIABLE
                ? "The variable '$" + path.variable() + "' has no value"
                : "No results for path: " + canonical(path.steps(), path.steps().size());
    }

    private static String canonical(List<PathStep> steps, int count) {
        StringBuilder out = new StringBuilder("$");
        steps.subList(0, count).forEach(step -> out.append(fragment(step)));
        return out.toString();
    }

    private static String fragment(PathStep step) {
        if (step instanceof PathStep.Name name) {
            return "['" + name.name() + "']";
        }
        return step instanceof PathStep.Index index ? "[" + index.index() + "]" : "[...]";
    }
}
