package dev.stepwright.runtime.evaluate;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path of names and indexes only: a walk over fields that allocates nothing. */
final class FieldWalk implements Source {
    private final JsonPath path;
    private final Roots root;
    /** The name of each step, or null where {@link #indexes} has its index. */
    private final @Nullable String[] names;

    private final int[] indexes;

    FieldWalk(JsonPath path) {
        int size = path.steps().size();
        this.path = path;
        this.root = Roots.of(path);
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
    public @Nullable JsonNode find(Bindings bindings) {
        return walk(root.in(bindings), names.length);
    }

    private @Nullable JsonNode walk(@Nullable JsonNode from, int steps) {
        JsonNode node = from;
        for (int i = 0; i < steps && node != null; i++) {
            node = step(node, i);
        }
        return node;
    }

    private @Nullable JsonNode step(JsonNode node, int i) {
        String name = names[i];
        if (name != null) {
            return node.get(name);
        }
        int index = indexes[i];
        return node.get(index < 0 ? index + node.size() : index);
    }

    @Override
    public boolean isBehindEnd(Bindings bindings) {
        int last = names.length - 1;
        if (last < 0 || names[last] != null) {
            return false;
        }
        JsonNode parent = walk(root.in(bindings), last);
        return parent != null && parent.isArray();
    }

    @Override
    public String miss(Bindings bindings) {
        return PathMiss.of(path, root.in(bindings));
    }

    @Override
    public String text() {
        return path.text();
    }
}
