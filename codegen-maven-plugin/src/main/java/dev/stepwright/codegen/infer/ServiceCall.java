package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.code.Names;

/**
 * What a task calls of a service.
 *
 * @param integration for example {@code sns:publish} or {@code ecs:runTask.sync}; the whole resource if it calls no service
 */
record ServiceCall(String integration) {
    static ServiceCall of(TaskState state) {
        return new ServiceCall(state.resource().orElse("").replaceFirst("^arn:.*:states:::", ""));
    }

    /** Returns the simple name of the class for the result that the service documents. */
    String resultName() {
        return Names.type(integration) + "Output";
    }

    /** Returns whether a state that calls something else has the name, so that the class for its own result might have that name too. */
    boolean isCalledAfterAnother(Machine machine) {
        return machine.taskStates().stream()
                .filter(state -> !of(state).equals(this))
                .anyMatch(state -> Names.type(machine.called(state)).equalsIgnoreCase(Names.type(integration)));
    }
}
