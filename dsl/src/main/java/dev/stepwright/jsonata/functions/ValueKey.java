package dev.stepwright.jsonata.functions;

import dev.stepwright.jsonata.value.Equality;
import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Numbers;
import tools.jackson.databind.JsonNode;

/** A value as a key of a hash table, equal by value. */
final class ValueKey {
    private static final int DEEPEST = 3;

    private final JsonNode value;
    private final Evaluation evaluation;
    private final int hash;

    ValueKey(JsonNode value, Evaluation evaluation) {
        this.value = value;
        this.evaluation = evaluation;
        this.hash = hash(value, DEEPEST);
    }

    /** Looks only at the outer levels and the first few elements: equal values agree there. */
    private static int hash(JsonNode value, int depth) {
        if (value.isNumber()) {
            return Double.hashCode(Numbers.toDouble(value) + 0.0);
        }
        if (value.isString()) {
            return value.stringValue().hashCode();
        }
        int hash = 31 * value.getNodeType().ordinal() + value.size();
        if (depth == 0) {
            return hash;
        }
        if (value.isArray()) {
            for (int i = 0; i < Math.min(value.size(), 8); i++) {
                hash = 31 * hash + hash(value.get(i), depth - 1);
            }
        } else if (value.isObject() && value.size() <= 16) {
            for (String name : value.propertyNames()) {
                hash += name.hashCode() ^ 31 * hash(value.path(name), depth - 1);
            }
        }
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueKey key && hash == key.hash && Equality.equal(value, key.value, evaluation);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
