package dev.stepwright.testkit.soundness;

import dev.stepwright.testkit.soundness.RandomTexts.Sight;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of states in one query language, by chance. */
abstract class RandomFields {
    /** Those that may fail, answer with an object of known members, or whatever. */
    private static final String[] RESOURCES = {
        "arn:aws:lambda:us-east-1:123456789012:function:work",
        "arn:aws:states:::lambda:invoke",
        "arn:aws:states:::sqs:sendMessage"
    };

    static final Set<Sight> INPUT = EnumSet.of(Sight.INPUT);
    static final Set<Sight> ITEM = EnumSet.of(Sight.INPUT, Sight.ITEM);
    static final Set<Sight> RESULT = EnumSet.of(Sight.INPUT, Sight.RESULT);
    static final Set<Sight> ERROR = EnumSet.of(Sight.INPUT, Sight.ERROR);

    final Chance chance;
    final RandomTexts texts;
    final RandomData data;

    RandomFields(Chance chance, RandomTexts texts) {
        this.chance = chance;
        this.texts = texts;
        this.data = new RandomData(chance);
    }

    abstract void pass(ObjectNode state);

    abstract void waiting(ObjectNode state);

    abstract void parallel(ObjectNode state);

    abstract void map(ObjectNode state);

    abstract void choice(ObjectNode state);

    abstract ObjectNode rule();

    abstract void succeed(ObjectNode state);

    abstract void fail(ObjectNode state);

    abstract void arguments(ObjectNode state);

    /** Sets what stands in every state that works. */
    abstract void work(ObjectNode state);

    abstract void caught(ObjectNode rule);

    void terminal(ObjectNode state, boolean well) {
        state.put("Type", well ? "Succeed" : "Fail");
        if (well) {
            succeed(state);
        } else {
            fail(state);
        }
    }

    void task(ObjectNode state) {
        state.put("Type", "Task").put("Resource", chance.pick(RESOURCES));
        arguments(state);
        for (String field : List.of("Parameters", "Arguments")) {
            if (state.path(field) instanceof ObjectNode arguments) {
                arguments.put("FunctionName", "f").put("QueueUrl", "u").put("MessageBody", "m");
            }
        }
        work(state);
        handle(state);
    }

    /** Sets what becomes of errors. */
    void handle(ObjectNode state) {
        if (chance.oneIn(5)) {
            ObjectNode retry = state.putArray("Retry").addObject();
            retry.putArray("ErrorEquals").add("States.ALL");
            retry.put("MaxAttempts", 1 + chance.below(2));
        }
        if (chance.oneIn(2)) {
            ArrayNode rules = state.putArray("Catch");
            if (chance.oneIn(3)) {
                caught(rule(rules, "Busy"));
            }
            caught(rule(rules, "States.ALL"));
        }
    }

    private static ObjectNode rule(ArrayNode rules, String error) {
        ObjectNode rule = rules.addObject();
        rule.putArray("ErrorEquals").add(error);
        return rule;
    }
}
