package dev.stepwright.server.cli;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import dev.stepwright.server.ElsewhereTasks;
import dev.stepwright.server.ServerConfig;
import dev.stepwright.server.task.CallPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.NullNode;

/** Where the tasks of one run are done, by those that say where that is. */
final class Elsewhere implements TaskRunner.Maker, AutoCloseable {
    private final ServerConfig config;
    private final List<ElsewhereTasks> made = new ArrayList<>();

    Elsewhere(ServerConfig config) {
        this.config = config;
    }

    @Override
    public TaskRunner at(Workplace workplace) {
        ElsewhereTasks tasks = new ElsewhereTasks(config, workplace);
        made.add(tasks);
        return tasks;
    }

    /**
     * Returns those states, of some of a definition, whose calls nobody answers here: tasks, and the readers of Maps.
     *
     * @throws IllegalArgumentException if there is an endpoint of a service that no client can be made for
     */
    Set<String> undone(StateMachineDefinition definition, Set<String> states) {
        Set<String> undone = new TreeSet<>(states);
        try (CallPlace place = new CallPlace();
                ElsewhereTasks tasks = new ElsewhereTasks(config, place.workplace())) {
            definition.scopes().stream()
                    .flatMap(scope -> scope.states().values().stream())
                    .filter(state -> states.contains(state.name()) && tasks.serves(request(state)))
                    .forEach(state -> undone.remove(state.name()));
        }
        return undone;
    }

    private static TaskRequest request(State state) {
        String called = state instanceof TaskState task
                ? task.resource().orElse("")
                : state.json()
                        .path(state.json().has("ItemReader") ? "ItemReader" : "ResultWriter")
                        .path("Resource")
                        .asString("");
        TaskResource resource = TaskResource.parse(called);
        return new TaskRequest("", "", 1, state.name(), resource, NullNode.getInstance(), 1, null, null, null);
    }

    @Override
    public void close() {
        made.forEach(ElsewhereTasks::close);
    }
}
