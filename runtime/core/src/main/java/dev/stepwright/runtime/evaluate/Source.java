package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.runtime.evaluate.path.Finder;
import dev.stepwright.runtime.evaluate.path.PathMiss;
import dev.stepwright.runtime.evaluate.path.SearchFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path, compiled: its root in the bindings, and the steps from there. */
final class Source {
    private final JsonPath path;
    private final Roots root;
    private final Finder finder;

    Source(JsonPath path) {
        this.path = path;
        this.root = Roots.of(path);
        this.finder = Finder.compile(path);
    }

    /** Returns the value that the path leads to, or null if there is none. */
    @Nullable
    JsonNode find(Bindings bindings) {
        JsonNode document = root.in(bindings);
        if (document == null) {
            return null;
        }
        try {
            return finder.find(document);
        } catch (SearchFailure e) {
            throw new EvaluationFailure(ErrorNames.RUNTIME, "Invalid path '" + path + "' : " + e.problem(), null);
        }
    }

    /**
     * Returns what {@link #find} does.
     *
     * @throws EvaluationFailure {@code States.Runtime} if the input is null. AWS: no path, not even {@code $}, applies to that
     */
    @Nullable
    JsonNode applied(Bindings bindings) {
        if (path.root() == PathRoot.INPUT && bindings.input().isNull()) {
            throw new EvaluationFailure(
                    ErrorNames.RUNTIME, "Unable to apply Path transformation to null or empty input.", null);
        }
        return find(bindings);
    }

    /** Returns why {@link #find} gave nothing, for a message. */
    String miss(Bindings bindings) {
        return PathMiss.of(path, root.in(bindings));
    }

    /** Returns which step led to nothing, for a message. AWS: the input is shown as a whole. */
    String conflict(Bindings bindings) {
        JsonNode document = root.in(bindings);
        return document == null
                ? miss(bindings)
                : "Unable to apply step " + PathMiss.step(path, document) + " to input " + Shown.of(document);
    }

    /** Returns whether the path leads to a place behind the end of an array; templates take that as null. */
    boolean isBehindEnd(Bindings bindings) {
        JsonNode document = root.in(bindings);
        return document != null && finder.isBehindEnd(document);
    }

    /** Returns the path as written. */
    String text() {
        return path.text();
    }
}
