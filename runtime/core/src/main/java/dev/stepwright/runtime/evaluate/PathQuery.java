package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path that can lead to several places. Its value is an array of all it finds, empty if a place on the way is missing. */
final class PathQuery implements Source {
    /** How many values one search may visit. A payload of 256 KiB has at most 128 Ki values. */
    static final int MAX_VISITS = 4_000_000;

    private final JsonPath path;
    private final Roots root;
    private final Stage stage;
    private final boolean definite;
    private final int limit;

    PathQuery(JsonPath path) {
        this(path, MAX_VISITS);
    }

    PathQuery(JsonPath path, int limit) {
        this.path = path;
        this.root = Roots.of(path);
        this.stage = Stage.compile(path.steps());
        this.definite = path.isDefinite();
        this.limit = limit;
    }

    @Override
    public @Nullable JsonNode find(Bindings bindings) {
        JsonNode document = root.in(bindings);
        if (document == null) {
            return null;
        }
        List<JsonNode> found = search(document);
        if (!definite) {
            return Search.array(found);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private List<JsonNode> search(JsonNode document) {
        try {
            return new Search(path.text(), document, limit).collect(stage, document);
        } catch (StackOverflowError e) {
            throw new EvaluationFailure(
                    ErrorNames.RUNTIME, "Invalid path '" + path.text() + "' : the input is nested too deep", null);
        }
    }

    @Override
    public String miss(Bindings bindings) {
        return PathMiss.of(path, root.in(bindings));
    }

    @Override
    public boolean isBehindEnd(Bindings bindings) {
        return false;
    }

    @Override
    public String text() {
        return path.text();
    }
}
