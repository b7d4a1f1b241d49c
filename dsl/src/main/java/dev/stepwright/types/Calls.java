package dev.stepwright.types;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Place;
import dev.stepwright.types.lattice.Presence;
import dev.stepwright.types.lattice.Relocation;
import dev.stepwright.types.lattice.Value;
import java.util.Optional;

/** The machines of a project that one of its machines starts, and what is known of each. */
public final class Calls {
    /** Of no machine that is started anything is known. */
    public static final Calls NONE = Project.NONE.calls("");

    private static final String OUTPUT = "Output";

    private final Project project;
    private final String caller;

    Calls(Project project, String caller) {
        this.project = project;
        this.caller = caller;
    }

    /** Returns the machine that a task starts. */
    public Optional<ProjectMachine> startedBy(TaskState task) {
        return project.startedBy(caller, task);
    }

    /** Returns the machine that a task probably starts, though nobody says so. */
    Optional<ProjectMachine> likely(StartedMachine started) {
        return project.likely(caller, started);
    }

    /**
     * Returns the result of a task with the output of the machine that it waits for. Without {@code :2} that is a text.
     *
     * @param documented the result as the service documents it
     * @param place the place of the result
     */
    Value result(TaskState task, Value documented, Place place) {
        if (!TaskResource.of(task.resource().orElse("")).isParsedJob()) {
            return documented;
        }
        return startedBy(task)
                .flatMap(started -> output(started, place.field(OUTPUT)))
                .map(output ->
                        documented.mapFields(fields -> fields.with(OUTPUT, new Field(output, Presence.OPTIONAL))))
                .orElse(documented);
    }

    private Optional<Value> output(ProjectMachine started, Place place) {
        return started.known()
                .output()
                .map(shape -> ShapeValues.of(shape, place))
                .or(() -> project.output(caller, started).map(output -> Relocation.of(output, place)));
    }

    /** Returns the analysis of a machine that is started, whatever it is started with. */
    Optional<FlowResult> flow(ProjectMachine started) {
        return project.flow(started);
    }

    /** Returns the analysis of a machine that is started with a value of another analysis. */
    FlowResult flow(ProjectMachine started, Value input) {
        return DataFlow.flow(started, input, project.calls(started.name()));
    }
}
