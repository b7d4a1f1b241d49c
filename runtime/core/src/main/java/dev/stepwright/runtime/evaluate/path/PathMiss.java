package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Says why a path to one place leads nowhere, in the words of the service. */
public final class PathMiss {
    private final List<PathStep> steps;

    private PathMiss(List<PathStep> steps) {
        this.steps = steps;
    }

    /**
     * Returns why a path leads nowhere.
     *
     * @param root what the path starts from, or null if there is nothing
     */
    public static String of(JsonPath path, @Nullable JsonNode root) {
        if (root == null) {
            return path.root() == PathRoot.VARIABLE
                    ? "The variable '$" + path.variable() + "' has no value"
                    : "No results for path: $";
        }
        return new PathMiss(path.steps()).from(root);
    }

    /** Returns the first step of a path to one place that leads nowhere, as messages name it. */
    public static String step(JsonPath path, JsonNode root) {
        JsonNode node = root;
        for (PathStep step : path.steps()) {
            node = node == null ? null : step(step, node);
            if (node == null) {
                return step instanceof PathStep.Name name ? '"' + name.name() + '"' : fragment(step);
            }
        }
        return "$";
    }

    private String from(JsonNode root) {
        JsonNode node = root;
        for (int i = 0; i < steps.size(); i++) {
            boolean isElement = steps.get(i) instanceof PathStep.Index;
            if (isElement ? !node.isArray() : !node.isObject()) {
                return isElement ? noArray(i, shown(node)) : noObject(i);
            }
            JsonNode next = step(steps.get(i), node);
            if (next == null) {
                return missing(i, isElement);
            }
            node = next;
        }
        return "No results for path: " + canonical(steps.size());
    }

    private static @Nullable JsonNode step(PathStep step, JsonNode node) {
        if (step instanceof PathStep.Index index) {
            return node.get(index.index() < 0 ? index.index() + node.size() : index.index());
        }
        return step instanceof PathStep.Name name ? node.get(name.name()) : node;
    }

    /** Behind the end of an array is a null that the next step stumbles over. */
    private String missing(int step, boolean isElement) {
        int next = step + 1;
        if (next == steps.size()) {
            return "No results for path: " + canonical(next);
        }
        if (!isElement) {
            return "Missing property in path " + canonical(next);
        }
        return steps.get(next) instanceof PathStep.Index ? "The path " + canonical(next) + " is null" : noObject(next);
    }

    private String noArray(int step, String found) {
        return "Filter: " + fragments(steps.subList(step, steps.size()))
                + " can only be applied to arrays. Current context is: " + found;
    }

    private String noObject(int step) {
        return "Property " + fragment(steps.get(step)) + " not found in path " + canonical(step);
    }

    private static String shown(JsonNode node) {
        try {
            return JsonText.compact(node);
        } catch (StackOverflowError e) {
            return "(nested too deep to show)";
        }
    }

    private String canonical(int count) {
        return "$" + fragments(steps.subList(0, count));
    }

    static String fragments(List<PathStep> steps) {
        return steps.stream().map(PathMiss::fragment).collect(Collectors.joining());
    }

    private static String fragment(PathStep step) {
        if (step instanceof PathStep.Index index) {
            return "[" + index.index() + "]";
        } else if (step instanceof PathStep.Name name) {
            return "['" + name.name() + "']";
        }
        return step instanceof PathStep.Names several
                ? several.names().stream().collect(Collectors.joining("','", "['", "']"))
                : "[*]";
    }
}
