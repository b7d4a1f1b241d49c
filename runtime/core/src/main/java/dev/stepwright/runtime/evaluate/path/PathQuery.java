package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path that can lead to several places. */
final class PathQuery implements Finder {
    /** How many values one search may visit. A payload of 256 KiB has at most 128 Ki values. */
    static final int MAX_VISITS = 4_000_000;

    private final Stage stage;
    private final boolean definite;
    private final int limit;

    PathQuery(JsonPath path) {
        this(path, MAX_VISITS);
    }

    PathQuery(JsonPath path, int limit) {
        this.stage = Stage.compile(path.steps());
        this.definite = path.isDefinite();
        this.limit = limit;
    }

    @Override
    public @Nullable JsonNode find(JsonNode document) {
        List<JsonNode> found = search(document);
        if (!definite) {
            return Search.array(found);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private List<JsonNode> search(JsonNode document) {
        try {
            return new Search(document, limit).run(stage, document).found();
        } catch (StackOverflowError e) {
            throw new SearchFailure("the input is nested too deep");
        }
    }

    @Override
    public boolean isBehindEnd(JsonNode document) {
        return false;
    }
}
