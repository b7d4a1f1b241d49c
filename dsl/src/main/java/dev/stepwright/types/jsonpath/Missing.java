package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.lattice.Description;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Lack;
import dev.stepwright.types.report.Meant;
import dev.stepwright.types.report.Nearby;
import dev.stepwright.types.report.Similar;
import java.util.List;
import java.util.Optional;

/** Says what there is instead of what a path looks for. */
public final class Missing {
    private Missing() {}

    static String of(JsonPath path, Walk walk, Frame frame) {
        String owner = Reads.prefix(path, walk.step());
        String text = "%s is %s".formatted(owner, Description.of(walk.at()));
        if (isOfContext(path, walk, frame)) {
            return text + "; did you mean $" + path.text() + "?";
        }
        if (path.steps().get(walk.step()) instanceof PathStep.Slice slice) {
            return nothingIn(slice);
        }
        if (!(path.steps().get(walk.step()) instanceof PathStep.Name name)) {
            return text;
        }
        return text
                + Nearby.hint(owner, name.name(), walk.at())
                        .transform(hint -> hint.isEmpty() ? skipping(path, walk, owner) : hint);
    }

    /** Returns what is probably meant by the path, as far as {@link #of} says it. */
    static Optional<Meant> meant(JsonPath path, Walk walk, Frame frame, Lack lack) {
        return switch (lack) {
            case SOMETIMES_ASSIGNED -> Optional.empty();
            case UNASSIGNED -> Similar.variable(path.variable(), frame.variables());
            case ALWAYS, SOMETIMES, DOUBTFUL, EMPTY ->
                path.steps().get(walk.step()) instanceof PathStep.Name name && !isOfContext(path, walk, frame)
                        ? Nearby.meant(Reads.prefix(path, walk.step()), name.name(), walk.at())
                        : Optional.empty();
        };
    }

    /** Returns whether {@link #of} names another path that is probably meant. */
    static boolean namesAnother(JsonPath path, Walk walk, Frame frame) {
        return isOfContext(path, walk, frame)
                || meant(path, walk, frame, Lack.ALWAYS).isPresent()
                || !skipping(path, walk, "").isEmpty();
    }

    private static String nothingIn(PathStep.Slice slice) {
        Integer from = slice.from();
        Integer to = slice.to();
        return "a slice from %d to %d is empty".formatted(from == null ? 0 : from, to)
                + (from != null && from == 0 && to != null && to < 0
                        ? "; for all but the last use [:%d]".formatted(to)
                        : "");
    }

    /** A path into the Context Object that lacks a dollar sign. */
    private static boolean isOfContext(JsonPath path, Walk walk, Frame frame) {
        return walk.step() == 0 && isOfContext(path, frame);
    }

    /** Returns whether the path leads to something in the Context Object if it gets a dollar sign more. */
    static boolean isOfContext(JsonPath path, Frame frame) {
        return path.root() == PathRoot.INPUT
                && path.steps().size() > 1
                && Walk.inContext(path, frame).isFound();
    }

    /** What comes after the missing member may be there without it. */
    private static String skipping(JsonPath path, Walk walk, String owner) {
        List<PathStep> steps = path.steps();
        Fields fields = walk.at().fields();
        boolean isThere = walk.step() + 1 < steps.size()
                && fields != null
                && steps.get(walk.step() + 1) instanceof PathStep.Name next
                && fields.field(next.name()) != null;
        return isThere
                ? "; did you mean " + owner + Reads.text(steps.subList(walk.step() + 1, steps.size())) + "?"
                : "";
    }
}
