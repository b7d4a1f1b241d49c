package dev.stepwright.testkit.soundness;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Expressions of one query language by chance, and what is made of them. */
abstract class RandomTexts {
    /** A scope may not assign what one around it assigns, so there are some for each depth. */
    private static final String[][] VARIABLES = {{"v", "w"}, {"x"}, {"y"}};

    private final Set<String> assigned = new LinkedHashSet<>();
    private int depth;

    final Chance chance;
    final RandomData data;

    RandomTexts(Chance chance) {
        this.chance = chance;
        this.data = new RandomData(chance);
    }

    /** What a field may look at. */
    enum Sight {
        INPUT,
        ITEM,
        RESULT,
        ERROR
    }

    /** Sets a member to what an expression gives. */
    abstract void member(ObjectNode object, String name, Set<Sight> sees);

    /** Adds what an expression gives to an array. */
    abstract void element(ArrayNode array, Set<Sight> sees);

    /** Returns a template that makes an object. */
    ObjectNode template(Set<Sight> sees, int depth) {
        ObjectNode object = data.object();
        for (String name : RandomData.NAMES) {
            if (chance.oneIn(2)) {
                fill(object, name, sees, depth);
            }
        }
        return object;
    }

    private void fill(ObjectNode object, String name, Set<Sight> sees, int depth) {
        int kind = chance.below(depth < 2 ? 8 : 6);
        if (kind < 4) {
            member(object, name, sees);
        } else if (kind < 6) {
            object.set(name, data.any());
        } else if (kind == 6) {
            object.set(name, template(sees, depth + 1));
        } else {
            ArrayNode array = object.putArray(name);
            for (int i = chance.below(3); i > 0; i--) {
                array.add(template(sees, depth + 1));
            }
            if (chance.oneIn(2)) {
                element(array, sees);
            }
        }
    }

    /** From here on it writes for a scope of the depth. */
    void enter(int scopeDepth) {
        depth = scopeDepth;
        for (int inner = depth + 1; inner < VARIABLES.length; inner++) {
            assigned.removeAll(Set.of(VARIABLES[inner]));
        }
    }

    /** Returns a variable of the scope or of one around it, mostly one that a state written before assigns. */
    String variable() {
        return assigned.isEmpty() || chance.oneIn(20)
                ? chance.pick(VARIABLES[chance.below(depth + 1)])
                : chance.pick(List.copyOf(assigned));
    }

    /** Returns what {@code Assign} assigns. */
    ObjectNode assign(Set<Sight> sees) {
        ObjectNode object = data.object();
        for (String name : VARIABLES[depth]) {
            if (chance.oneIn(3)) {
                object.set(name, chance.oneIn(2) ? data.any() : template(sees, 1));
            } else if (chance.oneIn(2)) {
                member(object, name, sees);
            } else {
                continue;
            }
            assigned.add(name);
        }
        return object;
    }

    JsonNode literal() {
        return data.any();
    }
}
