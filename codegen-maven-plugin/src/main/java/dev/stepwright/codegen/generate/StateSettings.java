package dev.stepwright.codegen.generate;

import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import java.util.Map;

/**
 * What a project says about the states of its machines.
 *
 * @param names what states are called in Java that are not called after their names, by these
 * @param isFunctionsOnly whether tasks that call services have no methods
 */
public record StateSettings(Map<String, String> names, boolean isFunctionsOnly) {
    /** Each state is called after its name, each task has a method. */
    public static final StateSettings DEFAULT = new StateSettings(Map.of(), false);

    public StateSettings {
        names = Map.copyOf(names);
    }

    String called(State state) {
        return names.getOrDefault(state.name(), state.name());
    }

    boolean hasMethod(TaskState state) {
        TaskResource resource = TaskResource.of(state.resource().orElse(""));
        return !isFunctionsOnly
                || resource.type() != TaskResource.Type.INTEGRATION
                || resource.isIntegration("lambda", "invoke");
    }
}
