package dev.stepwright.codegen.generate;

import dev.stepwright.asl.State;
import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Returns what is said of tasks that signs tell apart, too: one with signs that would be called as another is called after them. */
    StateSettings tellingApart(List<TaskState> tasks) {
        Map<String, Long> count =
                tasks.stream().map(this::key).collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        Map<String, String> all = new HashMap<>(names);
        for (TaskState state : tasks) {
            if (count.getOrDefault(key(state), 0L) > 1) {
                all.putIfAbsent(state.name(), Names.spelt(state.name()));
            }
        }
        return new StateSettings(all, isFunctionsOnly);
    }

    /** The classes of two states may not differ in case alone, either. */
    private String key(State state) {
        return Names.type(called(state)).toLowerCase(Locale.ROOT);
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
