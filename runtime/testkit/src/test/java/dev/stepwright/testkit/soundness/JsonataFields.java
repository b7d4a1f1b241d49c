package dev.stepwright.testkit.soundness;

import dev.stepwright.testkit.soundness.RandomTexts.Sight;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The fields of JSONata states, by chance. */
final class JsonataFields extends RandomFields {
    private final JsonataTexts expressions;

    JsonataFields(Chance chance) {
        this(chance, new JsonataTexts(chance));
    }

    private JsonataFields(Chance chance, JsonataTexts expressions) {
        super(chance, expressions);
        this.expressions = expressions;
    }

    private void value(ObjectNode holder, String field, Set<Sight> sees) {
        if (chance.oneIn(2)) {
            holder.put(field, expressions.expression(sees));
        } else {
            holder.set(field, expressions.template(sees, 0));
        }
    }

    private void leave(ObjectNode holder, Set<Sight> sees) {
        if (chance.oneIn(2)) {
            value(holder, "Output", sees);
        }
        if (chance.oneIn(3)) {
            holder.set("Assign", expressions.assign(sees));
        }
    }

    @Override
    void pass(ObjectNode state) {
        state.put("Type", "Pass");
        leave(state, INPUT);
    }

    @Override
    void arguments(ObjectNode state) {
        if (chance.oneIn(2)) {
            value(state, "Arguments", INPUT);
        }
    }

    @Override
    void work(ObjectNode state) {
        leave(state, RESULT);
        if (state.path("Type").asString("").equals("Task") && chance.oneIn(8)) {
            state.put("TimeoutSeconds", expressions.expression(INPUT));
        }
    }

    @Override
    void caught(ObjectNode rule) {
        leave(rule, ERROR);
    }

    @Override
    void waiting(ObjectNode state) {
        state.put("Type", "Wait");
        switch (chance.below(4)) {
            case 0 -> state.put("Seconds", expressions.expression(INPUT));
            case 1 -> state.put("Timestamp", expressions.expression(INPUT));
            default -> state.put("Seconds", 1);
        }
        leave(state, INPUT);
    }

    @Override
    void parallel(ObjectNode state) {
        arguments(state);
        work(state);
        handle(state);
    }

    @Override
    void map(ObjectNode state) {
        if (!chance.oneIn(8)) {
            state.put("Items", expressions.items(INPUT));
        }
        if (chance.oneIn(2)) {
            state.set("ItemSelector", expressions.template(ITEM, 0));
        }
        work(state);
        handle(state);
    }

    @Override
    void choice(ObjectNode state) {
        leave(state, INPUT);
    }

    @Override
    ObjectNode rule() {
        ObjectNode rule = data.object().put("Condition", expressions.condition());
        leave(rule, INPUT);
        return rule;
    }

    @Override
    void succeed(ObjectNode state) {
        if (chance.oneIn(2)) {
            value(state, "Output", INPUT);
        }
    }

    @Override
    void fail(ObjectNode state) {
        if (chance.oneIn(2)) {
            state.put("Error", expressions.expression(INPUT));
        }
        if (chance.oneIn(2)) {
            state.put("Cause", expressions.expression(INPUT));
        }
    }
}
