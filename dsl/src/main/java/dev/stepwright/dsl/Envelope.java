package dev.stepwright.dsl;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.dsl.tree.Composition;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Substitution;
import dev.stepwright.dsl.tree.Tree;
import java.util.List;
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
    static final String LAMBDA_INVOKE = "arn:aws:states:::lambda:invoke";
    /** The resource of a callback. */
    static final String CALLBACK = LAMBDA_INVOKE + TaskResource.CALLBACK;

    static Envelope ofMachine(String arn) {
        return new Envelope("StateMachineArn", arn, "Input", "Output");
    }

    static Envelope starting(String arn) {
        return new Envelope("StateMachineArn", arn, "Input", null);
    }

    static Envelope ofFunction(String function) {
        return new Envelope("FunctionName", function, "Payload", "Payload");
    }

    /** Returns the state as one that calls its function by {@code lambda:invoke}; a resource that is no function stays. */
    static ActionNode invoking(ActionNode state, Work.Task task, String function) {
        return isFunction(function)
                ? state.with(new Work.Task(LAMBDA_INVOKE, task.argument(), task.result(), null, ofFunction(function)))
                : state;
    }

    /** Returns the state as one that hands its argument and its token to a function; what is sent back is the result itself. */
    static ActionNode callingBack(ActionNode state, Work.Task task, String function) {
        Tree handed = new Tree.ObjectTemplate(
                JsonNode.class,
                List.of("input", "token"),
                List.of(argument(state.data()), Context.taskToken().tree()));
        Envelope envelope = new Envelope("FunctionName", function, "Payload", null);
        return state.arguments(handed)
                .with(new Work.Task(task.resource(), task.argument(), task.result(), null, envelope));
    }

    /** Returns whether a resource may be that of a function: its ARN, or a placeholder for it. */
    static boolean isFunction(String resource) {
        return !resource.startsWith("arn:") || resource.contains(":lambda:");
    }

    private static Tree argument(ActionNode.Data data) {
        return data.arguments() == null ? ActionNode.INPUT : data.arguments();
    }

    /** Returns the state with the envelope around what goes in and out. */
    ActionNode around(ActionNode state) {
        ActionNode.Data data = state.data();
        Tree arguments = new Tree.ObjectTemplate(
                JsonNode.class,
                List.of(targetField, argumentField),
                List.of(Dsl.value(target).tree(), argument(data)));
        if (data.selector() != null) {
            return state.with(new ActionNode.Data(arguments, opened(data.selector()), data.output()));
        }
        Tree output = resultField == null ? data.output() : opened(data.given());
        return state.with(new ActionNode.Data(arguments, null, output))
                .with(state.extras().assign(this::opened));
    }

    private Tree opened(Tree tree) {
        if (resultField == null) {
            return tree;
        }
        Tree inside = Composition.step(ActionNode.RESULT, Segment.named(resultField, Object.class));
        return Substitution.of(Origin.Place.RESULT, tree, inside);
    }
}
