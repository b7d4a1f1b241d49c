package dev.stepwright.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of the JSONPath dialect of Step Functions: child, index, slice, union, wildcard, descendants, filter. There are no
 * functions such as {@code length()}, see {@link #functions()}. ASL: Paths.
 */
public final class JsonPath implements TemplateExpression {
    private final String text;
    private final PathRoot root;
    private final @Nullable String variable;
    private final List<PathStep> steps;

    JsonPath(String text, PathRoot root, @Nullable String variable, List<PathStep> steps) {
        this.text = text;
        this.root = root;
        this.variable = variable;
        this.steps = List.copyOf(steps);
    }

    /**
     * Returns the path that a text stands for.
     *
     * @param text begins with {@code $}, {@code $$} or {@code $name}
     * @throws ExpressionSyntaxException if it is not a path
     */
    public static JsonPath parse(String text) {
        return PathParser.whole(text, false);
    }

    @Override
    public String text() {
        return text;
    }

    /** Returns what the path starts from. */
    public PathRoot root() {
        return root;
    }

    /** Returns the variable that the path starts from, without {@code $}. */
    public String variable() {
        if (variable == null) {
            throw new IllegalStateException("the path '" + text + "' starts from " + root + ", not from a variable");
        }
        return variable;
    }

    /** Returns the steps in order; none for the root itself. */
    public List<PathStep> steps() {
        return steps;
    }

    /**
     * Returns what is written as functions, such as {@code length()}. AWS: each is taken for the name of a field. What stands in quotes is
     * meant as one.
     */
    public List<String> functions() {
        return steps.stream()
                .filter(PathStep.Name.class::isInstance)
                .map(step -> ((PathStep.Name) step).name())
                .filter(name -> name.endsWith("()") && (text.contains("." + name) || text.contains("]" + name)))
                .toList();
    }

    /** Returns whether the path leads to at most one value; if not, its value is an array of all it leads to. */
    public boolean isDefinite() {
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).isDefinite() && !isProjection(i)) {
                return false;
            }
        }
        return true;
    }

    /** Names at the very end give one object of these members. */
    private boolean isProjection(int step) {
        return step == steps.size() - 1 && steps.get(step) instanceof PathStep.Names;
    }

    /** Returns whether the path has only names and indexes. */
    public boolean isReference() {
        for (PathStep step : steps) {
            if (!step.isDefinite()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
