package dev.stepwright.testkit.soundness;

import dev.stepwright.testkit.soundness.RandomTexts.Sight;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The fields of JSONPath states, by chance. */
final class JsonPathFields extends RandomFields {
    private final JsonPathTexts paths;

    JsonPathFields(Chance chance) {
        this(chance, new JsonPathTexts(chance));
    }

    private JsonPathFields(Chance chance, JsonPathTexts paths) {
        super(chance, paths);
        this.paths = paths;
    }

    private void input(ObjectNode state) {
        if (chance.oneIn(4)) {
            path(state, "InputPath", 8);
        }
    }

    private void output(ObjectNode state) {
        if (chance.oneIn(4)) {
            path(state, "OutputPath", 12);
        }
    }

    /** One of {@code nulls} is null. */
    private void path(ObjectNode state, String field, int nulls) {
        if (chance.oneIn(nulls)) {
            state.putNull(field);
        } else {
            state.put(field, paths.path(Set.of()));
        }
    }

    private void resultPath(ObjectNode holder) {
        if (chance.oneIn(8)) {
            holder.putNull("ResultPath");
        } else if (chance.oneIn(2)) {
            holder.put("ResultPath", paths.resultPath());
        }
    }

    private void assign(ObjectNode holder, Set<Sight> sees) {
        if (chance.oneIn(3)) {
            holder.set("Assign", paths.assign(sees));
        }
    }

    @Override
    void pass(ObjectNode state) {
        state.put("Type", "Pass");
        input(state);
        if (chance.oneIn(3)) {
            state.set("Result", paths.literal());
        } else {
            arguments(state);
        }
        resultPath(state);
        assign(state, INPUT);
        output(state);
    }

    @Override
    void arguments(ObjectNode state) {
        if (chance.oneIn(2)) {
            state.set("Parameters", paths.template(INPUT, 0));
        }
    }

    @Override
    void work(ObjectNode state) {
        input(state);
        if (chance.oneIn(3)) {
            state.set("ResultSelector", paths.template(INPUT, 0));
        }
        resultPath(state);
        assign(state, INPUT);
        output(state);
        if (state.path("Type").asString("").equals("Task") && chance.oneIn(8)) {
            state.put("TimeoutSecondsPath", paths.definite(INPUT));
        }
    }

    @Override
    void caught(ObjectNode rule) {
        resultPath(rule);
        assign(rule, ERROR);
    }

    @Override
    void waiting(ObjectNode state) {
        state.put("Type", "Wait");
        input(state);
        switch (chance.below(4)) {
            case 0 -> state.put("SecondsPath", paths.definite(INPUT));
            case 1 -> state.put("TimestampPath", paths.definite(INPUT));
            default -> state.put("Seconds", 1);
        }
        assign(state, INPUT);
        output(state);
    }

    @Override
    void parallel(ObjectNode state) {
        arguments(state);
        work(state);
        handle(state);
    }

    @Override
    void map(ObjectNode state) {
        if (!chance.oneIn(4)) {
            state.put("ItemsPath", chance.oneIn(4) ? paths.path(INPUT) : paths.definite(INPUT));
        }
        if (chance.oneIn(2)) {
            state.set("ItemSelector", paths.template(ITEM, 0));
        }
        work(state);
        handle(state);
    }

    @Override
    void choice(ObjectNode state) {
        input(state);
        assign(state, INPUT);
        output(state);
    }

    @Override
    ObjectNode rule() {
        ObjectNode rule = paths.guarded();
        assign(rule, INPUT);
        return rule;
    }

    @Override
    void succeed(ObjectNode state) {
        input(state);
        output(state);
    }

    @Override
    void fail(ObjectNode state) {
        if (chance.oneIn(2)) {
            state.put("ErrorPath", paths.definite(INPUT));
        }
        if (chance.oneIn(2)) {
            state.put("CausePath", paths.definite(INPUT));
        }
    }
}
