package dev.stepwright.runtime.evaluate.path;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path of names and indexes only: a walk over fields that allocates nothing. */
final class FieldWalk implements Finder {
    /** The name of each step, or null where {@link #indexes} has its index. */
    private final @Nullable String[] names;

    private final int[] indexes;

    FieldWalk(JsonPath path) {
        int size = path.steps().size();
        this.names = new @Nullable String[size];
        this.indexes = new int[size];
        for (int i = 0; i < size; i++) {
            PathStep step = path.steps().get(i);
            if (step instanceof PathStep.Name name) {
                names[i] = name.name();
            } else {
                indexes[i] = ((PathStep.Index) step).index();
            }
        }
    }

    @Override
    public @Nullable JsonNode find(JsonNode document) {
        return walk(document, names.length);
    }

    private @Nullable JsonNode walk(JsonNode document, int steps) {
        JsonNode node = document;
        for (int i = 0; i < steps && node != null; i++) {
            String name = names[i];
            int index = indexes[i];
            node = name != null ? node.get(name) : node.get(index < 0 ? index + node.size() : index);
        }
        return node;
    }

    @Override
    public boolean isBehindEnd(JsonNode document) {
        int last = names.length - 1;
        if (last < 0 || names[last] != null) {
            return false;
        }
        JsonNode parent = walk(document, last);
        return parent != null && parent.isArray();
    }
}
