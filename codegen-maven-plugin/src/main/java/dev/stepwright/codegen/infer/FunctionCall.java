package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.Shape;
import dev.stepwright.types.Shape.Member;
import dev.stepwright.types.Shape.Scalar;
import dev.stepwright.types.Shape.Structure;
import java.util.List;
import java.util.Map;

/** The call of a Lambda function by {@code lambda:invoke}: the method that does the work sees the payloads, not what is around them. */
final class FunctionCall {
    static final String PAYLOAD = "Payload";
    private static final Shape NOTHING = new Structure(Map.of(), false);

    private FunctionCall() {}

    /** Returns what the method takes, of what the state calls with. */
    static Shape input(TaskState state, Shape call) {
        if (!is(state) || !(call instanceof Structure structure)) {
            return is(state) ? Shape.ANY : call;
        }
        Member payload = structure.members().get(PAYLOAD);
        if (payload == null) {
            return structure.open() ? Shape.ANY : NOTHING;
        }
        // A text is the JSON of the event, and null is an empty one.
        return payload.shape() instanceof Scalar || !payload.required() ? Shape.ANY : payload.shape();
    }

    /** Returns what the method gives, of what the state reads of the answer; of a callback all of what somebody sends with the token. */
    static Shape result(TaskState state, Shape answer) {
        if (!isAnswered(state)) {
            return answer;
        }
        Member payload =
                answer instanceof Structure structure ? structure.members().get(PAYLOAD) : null;
        return payload == null ? Shape.ANY : payload.shape();
    }

    /** Returns the way into what the state calls with that leads to what the method takes. */
    static List<String> taken(TaskState state) {
        return is(state) ? List.of(PAYLOAD) : List.of();
    }

    /** Returns the way into the state's result that leads to what the method gives. */
    static List<String> given(TaskState state) {
        return isAnswered(state) ? List.of(PAYLOAD) : List.of();
    }

    /** Returns whether a state calls a function so that what is around the payload shows. */
    private static boolean is(TaskState state) {
        return TaskResource.of(state.resource().orElse("")).isIntegration("lambda", "invoke");
    }

    /** Returns whether a state gets the answer of a function, with what is around the payload, and not what comes with a token. */
    static boolean isAnswered(TaskState state) {
        return is(state) && !TaskResource.of(state.resource().orElse("")).isCallback();
    }
}
