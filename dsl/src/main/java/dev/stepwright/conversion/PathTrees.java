package dev.stepwright.conversion;

import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.JsonataText;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import dev.stepwright.expression.ExpressionSyntaxException;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.JsonataMarks;
import dev.stepwright.expression.PathStep;
import dev.stepwright.json.JsonText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Turns paths into expressions. */
final class PathTrees {
    /** A path this long in a definition is an attack. */
    private static final int MAX_STEPS = 1000;

    private final Consumer<String> doubts;

    /** @param doubts takes what JSONata does otherwise with unusual data */
    PathTrees(Consumer<String> doubts) {
        this.doubts = doubts;
    }

    /** @throws Unconvertible if it is no path, or JSONata has no equivalent */
    Tree of(String path, Tree root) {
        try {
            return of(JsonPath.parse(path), root);
        } catch (ExpressionSyntaxException e) {
            throw new Unconvertible("\"" + path + "\" is not a path: " + e.getMessage());
        }
    }

    /**
     * Returns the expression of a path.
     *
     * @param root what {@code $} is
     * @throws Unconvertible if JSONata has no equivalent
     */
    Tree of(JsonPath path, Tree root) {
        Tree at = root(path, root);
        List<PathStep> steps = path.steps();
        if (steps.size() > MAX_STEPS) {
            throw new Unconvertible("a path must have at most " + MAX_STEPS + " steps, found " + steps.size());
        }
        path.functions().stream().findFirst().ifPresent(call -> {
            throw new Unconvertible(
                    "paths have no functions, AWS takes " + call + " in " + path + " for the name of a field");
        });
        for (int i = 0; i < steps.size(); i++) {
            PathStep step = steps.get(i);
            if (step instanceof PathStep.Names names && i == steps.size() - 1) {
                return members(at, names.names());
            }
            if (!step.isDefinite()) {
                return several(path, at, steps.subList(i, steps.size()), root);
            }
            at = at instanceof Tree.Literal literal ? within(path, literal, step) : Composition.step(at, segment(step));
        }
        return at;
    }

    private static Tree within(JsonPath path, Tree.Literal literal, PathStep step) {
        JsonNode value = literal.value();
        JsonNode found = step instanceof PathStep.Index index
                ? value.get(index.index() < 0 ? value.size() + index.index() : index.index())
                : value.get(((PathStep.Name) step).name());
        if (found == null) {
            throw new Unconvertible("the path " + path + " leads nowhere");
        }
        return TemplateTrees.literal(found);
    }

    private static Tree root(JsonPath path, Tree root) {
        return switch (path.root()) {
            case INPUT -> root;
            case CONTEXT -> new Tree.Selection(Origin.Place.CONTEXT, List.of());
            case VARIABLE -> new Tree.Selection(new Origin.Variable(path.variable(), Object.class), List.of());
            case ELEMENT -> throw new IllegalStateException("'@' outside a filter: " + path);
        };
    }

    static Segment segment(PathStep step) {
        return step instanceof PathStep.Index index
                ? new Segment.Element(index.index(), Object.class, Object.class)
                : Segment.named(((PathStep.Name) step).name(), Object.class);
    }

    /** One expression, since a constructor leaves out a member that is missing. */
    private static Tree members(Tree object, List<String> names) {
        List<Tree> values = names.stream()
                .map(name -> Composition.step(object, Segment.named(name, Object.class)))
                .toList();
        return expression(JsonataText.of(new Tree.ObjectTemplate(Object.class, names, values)));
    }

    /** A path to many values: within brackets, which keep one value an array and none an empty one. */
    private Tree several(JsonPath path, Tree from, List<PathStep> steps, Tree root) {
        String text = JsonataText.of(from);
        if (!(from instanceof Tree.Selection) && !(from instanceof Tree.Steps)) {
            text = "(" + text + ")";
        }
        for (int i = 0; i < steps.size(); i++) {
            boolean isLast = i == steps.size() - 1;
            if (steps.get(i) instanceof PathStep.Descendants && !isLast && isOfMembers(steps.get(i + 1))
                    || isOfItems(steps, i) && isOfItems(steps, i - 1)) {
                throw unknown(path);
            }
            text = isLast && steps.get(i) instanceof PathStep.Names names
                    ? text + "." + projection(names)
                    : isOfItems(steps, i) ? text + ".*" : step(text, steps.get(i), i == 0, path, root);
        }
        String array = "[" + text + "]";
        boolean isOfArray = steps.stream().anyMatch(PathStep.Wildcard.class::isInstance);
        doubts.accept(path + " is now " + array
                + ": if it finds a value that is itself an array, it joins the elements to the others"
                + (isOfArray ? "; what * stands behind must be an array" : ""));
        return expression(array);
    }

    /** Of each element an object of some of its members. */
    private static String projection(PathStep.Names names) {
        return names.names().stream()
                .map(name -> JsonText.quote(name) + ": " + FilterText.member(List.of(new PathStep.Name(name))))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String step(String text, PathStep step, boolean first, JsonPath path, Tree root) {
        if (step instanceof PathStep.Name) {
            return JsonataText.step(text, segment(step));
        }
        if (step instanceof PathStep.Wildcard) {
            return text; // JSONata goes through the elements of an array anyway
        }
        if (step instanceof PathStep.Descendants) {
            return text + ".**";
        }
        if (step instanceof PathStep.Filter filter) {
            return text + "[" + new FilterText(this, root).of(filter.expression()) + "]";
        }
        if (first && step instanceof PathStep.Indexes indexes) {
            return text + "[" + indexes.indexes() + "]";
        }
        if (first && step instanceof PathStep.Slice slice && slice.step() == 1) {
            return text + "[[" + range(path, text, slice) + "]]";
        }
        throw unknown(path);
    }

    /**
     * Returns whether a step is a {@code [*]} behind one that gives items, which JSONata does not go through by itself. It goes through all
     * arrays in them at once, so no further {@code [*]} can follow.
     */
    private static boolean isOfItems(List<PathStep> steps, int i) {
        return i > 0 && steps.get(i) instanceof PathStep.Wildcard && !(steps.get(i - 1) instanceof PathStep.Name);
    }

    /** JSONata's descendants have the value itself among them, and go through arrays without a step. */
    private static boolean isOfMembers(PathStep step) {
        return step instanceof PathStep.Wildcard || step instanceof PathStep.Names;
    }

    private static Unconvertible unknown(JsonPath path) {
        return new Unconvertible("JSONata has no equivalent of the path " + path);
    }

    private static String range(JsonPath path, String text, PathStep.Slice slice) {
        Integer from = slice.from();
        Integer to = slice.to();
        if (from != null && from < 0 || to != null && to <= 0) {
            throw unknown(path);
        }
        return (from == null ? 0 : from) + ".." + (to == null ? "$count(" + text + ") - 1" : to - 1);
    }

    /** Returns an expression that is written out already. */
    static Tree expression(String text) {
        return new Tree.Verbatim(
                Tree.Verbatim.Kind.EXPRESSION, StringNode.valueOf(JsonataMarks.around(text)), Object.class);
    }

    /** Returns whether the path leads to an element of an array; behind its end templates of JSONPath have null. */
    static boolean isOfElement(JsonPath path) {
        List<PathStep> steps = path.steps();
        return path.isReference() && !steps.isEmpty() && steps.get(steps.size() - 1) instanceof PathStep.Index;
    }
}
