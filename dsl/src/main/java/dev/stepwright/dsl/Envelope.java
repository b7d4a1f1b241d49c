package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Substitution;
import dev.stepwright.dsl.tree.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a resource that calls others wants around the argument, and what it puts around the result.
 *
 * @param targetField the field that names what is called
 * @param target its ARN
 * @param argumentField the field of the argument
 * @param resultField the field of the result; null if the result has no envelope
 */
record Envelope(
        String targetField,
        String target,
        String argumentField,
        @Nullable String resultField) {
    private static final String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";

    static Envelope ofMachine(String arn) {
        return new Envelope("StateMachineArn", arn, "Input", "Output");
    }

    static Envelope starting(String arn) {
        return new Envelope("StateMachineArn", arn, "Input", null);
    }

    /** Returns the state as one that calls its function by {@code lambda:invoke}; a resource that is no function stays. */
    static ActionNode invoking(ActionNode state, Work.Task task, String function) {
        boolean other = function.startsWith("arn:") && !function.contains(":lambda:");
        Envelope envelope = new Envelope("FunctionName", function, "Payload", "Payload");
        return other ? state : state.with(new Work.Task(LAMBDA_INVOKE, task.argument(), task.result(), null, envelope));
    }

    /** Returns what goes in and out, with the envelope around it. */
    ActionNode.Data around(ActionNode.Data data) {
        Tree argument = data.arguments() == null ? ActionNode.INPUT : data.arguments();
        Tree arguments = new Tree.ObjectTemplate(
                JsonNode.class,
                List.of(targetField, argumentField),
                List.of(Dsl.value(target).tree(), argument));
        if (data.selector() != null) {
            return new ActionNode.Data(arguments, opened(data.selector()), data.output(), data.assign());
        }
        Map<Origin.Variable, Tree> assign = new LinkedHashMap<>();
        data.assign().forEach((variable, value) -> assign.put(variable, opened(value)));
        Tree output = resultField == null ? data.output() : opened(data.given());
        return new ActionNode.Data(arguments, null, output, assign);
    }

    private Tree opened(Tree tree) {
        if (resultField == null) {
            return tree;
        }
        Tree inside = Composition.step(ActionNode.RESULT, Segment.named(resultField, Object.class));
        return Substitution.of(Origin.Place.RESULT, tree, inside);
    }
}
