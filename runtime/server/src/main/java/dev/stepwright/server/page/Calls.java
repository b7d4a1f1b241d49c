package dev.stepwright.server.page;

import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Calls the operations of the API, in this process. */
final class Calls {
    private final Map<String, Operation<?>> operations;
    private final Function<String, Optional<Map<ExecutionStatus, Long>>> counts;

    /**
     * Takes what answers.
     *
     * @param operations by their names
     * @param counts of the executions of a machine by its ARN
     */
    Calls(Map<String, Operation<?>> operations, Function<String, Optional<Map<ExecutionStatus, Long>>> counts) {
        this.operations = Map.copyOf(operations);
        this.counts = counts;
    }

    /**
     * Returns how many executions of a machine are in each status; empty if they cannot be counted.
     *
     * @throws ApiError if this visitor may not list them
     */
    Optional<Map<ExecutionStatus, Long>> counts(String machineArn) {
        return counts.apply(machineArn);
    }

    /**
     * Returns the answer of an operation that answers at once.
     *
     * @throws ApiError if it refuses
     */
    <A extends Record> A now(Class<A> answer, String name, ObjectNode request) {
        return answer.cast(operation(name).call(request).join());
    }

    /** Returns the answer of an operation, now or later; a refusal is in the future, too. */
    CompletableFuture<? extends Record> later(String name, ObjectNode request) {
        try {
            return operation(name).call(request);
        } catch (ApiError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private Operation<?> operation(String name) {
        Operation<?> operation = operations.get(name);
        if (operation == null) {
            throw new IllegalStateException("there is no operation " + name);
        }
        return operation;
    }

    /** @throws ApiError {@code StateMachineDoesNotExist}, {@code InvalidArn} */
    DescribeStateMachine.Answer machine(String arn) {
        return now(DescribeStateMachine.Answer.class, "DescribeStateMachine", with("stateMachineArn", arn));
    }

    static ObjectNode with(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }
}
