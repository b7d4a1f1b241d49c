package dev.stepwright.dsl;

import dev.stepwright.dsl.expr.Numeric;
import dev.stepwright.dsl.expr.Text;
import dev.stepwright.dsl.expr.Timestamp;
import dev.stepwright.dsl.tree.Origin;
import dev.stepwright.dsl.tree.Segment;
import dev.stepwright.dsl.tree.Tree;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;

/**
 * What an execution knows about itself, as expressions.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html">AWS: Context object</a>
 */
public final class Context {
    private Context() {}

    /** Returns the ARN of the execution. */
    public static Text<Object> executionId() {
        return Text.of(member("Execution", "Id", String.class));
    }

    /** Returns the name of the execution. */
    public static Text<Object> executionName() {
        return Text.of(member("Execution", "Name", String.class));
    }

    /** Returns when the execution was started. */
    public static Timestamp<Object> executionStartTime() {
        return Timestamp.of(member("Execution", "StartTime", Instant.class));
    }

    /** Returns how often the execution was taken up again after a failure. */
    public static Numeric<Object, Integer> redriveCount() {
        return Numeric.of(member("Execution", "RedriveCount", Integer.class));
    }

    /** Returns the ARN of the state machine. */
    public static Text<Object> stateMachineId() {
        return Text.of(member("StateMachine", "Id", String.class));
    }

    /** Returns the name of the state machine. */
    public static Text<Object> stateMachineName() {
        return Text.of(member("StateMachine", "Name", String.class));
    }

    /** Returns the name of the state. */
    public static Text<Object> stateName() {
        return Text.of(member("State", "Name", String.class));
    }

    /** Returns when the state was entered. */
    public static Timestamp<Object> stateEnteredTime() {
        return Timestamp.of(member("State", "EnteredTime", Instant.class));
    }

    /** Returns how often the state was tried again, 0 at first. Only Task, Parallel and Map states have it. */
    public static Numeric<Object, Integer> retryCount() {
        return Numeric.of(member("State", "RetryCount", Integer.class));
    }

    /** Returns the token with which to end a task that waits for it; only for resources that end with {@code .waitForTaskToken}. */
    public static Text<Object> taskToken() {
        return Text.of(member("Task", "Token", String.class));
    }

    private static Tree member(String object, String name, Type type) {
        return new Tree.Selection(
                Origin.Place.CONTEXT, List.of(Segment.named(object, Object.class), Segment.named(name, type)));
    }
}
