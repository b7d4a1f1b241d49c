package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.task.TaskPermission;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A machine that takes part in runs, and who does its tasks.
 *
 * @param output the type of its output
 * @param name what it is called in the engine; null for what a run makes up
 * @param nested the machines that its tasks start, by what definitions call them
 */
record Subject(
        StateMachineDefinition definition,
        Type output,
        Tasks tasks,
        Coverage coverage,
        @Nullable String name,
        boolean isExpress,
        Map<String, Subject> nested) {
    /**
     * What does the tasks: stubs first, then what was recorded, if anything was, then handlers, then others.
     *
     * @param permission which of them may begin
     */
    record Tasks(
            TaskHandlers handlers,
            Stubs stubs,
            @Nullable Script script,
            List<TaskRunner.Maker> others,
            TaskPermission permission) {
        Tasks with(TaskRunner.Maker... more) {
            List<TaskRunner.Maker> all = new ArrayList<>(others);
            all.addAll(List.of(more));
            return new Tasks(handlers, stubs, script, List.copyOf(all), permission);
        }

        Tasks with(Stubs value) {
            return new Tasks(handlers, value, script, others, permission);
        }

        Tasks heldTo(TaskPermission value) {
            return new Tasks(handlers, stubs, script, others, value);
        }

        Tasks with(Script value) {
            return new Tasks(handlers, stubs, value, others, permission);
        }
    }

    static Subject of(StateMachineDefinition definition, Type output, TaskHandlers handlers) {
        Tasks tasks = new Tasks(handlers, Stubs.none(), null, List.of(), TaskPermission.ALL);
        return new Subject(definition, output, tasks, Coverage.of(definition), null, false, Map.of());
    }

    /** Returns this machine as it is run by a script. */
    Subject playing(Script script) {
        return new Subject(script.definition(), output, tasks.with(script), coverage, name, isExpress, nested);
    }

    /** Returns the machine that an execution was of: this one, or what a distributed Map of it runs for each item, see {@link RecordedExecution#machineIn}. */
    Subject thatRan(RecordedExecution execution) {
        StateMachineDefinition machine = execution.machineIn(definition);
        Tasks its = tasks.with(tasks.stubs.in(machine));
        return machine == definition
                ? this
                : new Subject(machine, JsonNode.class, its, Coverage.of(machine), name, isExpress, nested);
    }

    Subject with(Tasks value) {
        return new Subject(definition, output, value, coverage, name, isExpress, nested);
    }

    Subject with(Coverage value) {
        return new Subject(definition, output, tasks, value, name, isExpress, nested);
    }

    Subject named(String value) {
        return new Subject(definition, output, tasks, coverage, value, isExpress, nested);
    }

    Subject asExpress() {
        return new Subject(definition, output, tasks, coverage, name, true, nested);
    }

    Subject nesting(String reference, Subject machine) {
        Map<String, Subject> more = new LinkedHashMap<>(nested);
        more.put(reference, machine);
        return new Subject(definition, output, tasks, coverage, name, isExpress, more);
    }

    /** @param isLeft which tasks are left to the engine if neither a stub nor anybody else does them */
    TaskRunner runner(HandlerRunner.Settings naming, Workplace workplace, Predicate<TaskRequest> isLeft) {
        List<TaskRunner> inOrder = new ArrayList<>();
        inOrder.add(new HandlerRunner(tasks.handlers, workplace, naming));
        tasks.others.forEach(other -> inOrder.add(other.at(workplace)));
        Script script = tasks.script;
        return tasks.stubs.runner(
                definition, script == null ? inOrder : List.of(script.runner(workplace, inOrder)), isLeft);
    }
}
