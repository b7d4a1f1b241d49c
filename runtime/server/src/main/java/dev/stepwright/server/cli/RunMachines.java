package dev.stepwright.server.cli;

import dev.stepwright.asl.TaskResource;
import dev.stepwright.asl.TaskState;
import dev.stepwright.asl.template.Definitions;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.ProjectValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The machine that is run, with those of its template or its folder that it starts, and those that these start.
 *
 * @param starts the tasks that start a machine
 * @param names of all machines that are there to be started
 */
record RunMachines(GivenDefinition first, List<Start> starts, Set<String> names) {
    private static final Pattern CONSTANT = Pattern.compile("\\{%\\s*(['\"])([^'\"\\\\]*)\\1\\s*%}");

    /**
     * A task that starts a machine.
     *
     * @param reference what it has as {@code StateMachineArn}
     * @param machine null where nobody knows which one is meant
     */
    record Start(
            GivenDefinition by,
            String state,
            String reference,
            @Nullable GivenDefinition machine) {}

    /**
     * Finds the machines that a run needs.
     *
     * @param named which machines placeholders stand for
     */
    static RunMachines of(GivenDefinition first, Map<String, String> values, Map<String, String> named) throws Refusal {
        if (named.isEmpty() && tasks(first).isEmpty()) {
            return new RunMachines(first, List.of(), Set.of());
        }
        Map<ProjectMachine, GivenDefinition> all = new IdentityHashMap<>();
        List<ProjectMachine> project = new ArrayList<>();
        for (GivenDefinition each : beside(first, values)) {
            ProjectMachine machine = new ProjectMachine(
                    each.name(),
                    each.label(),
                    each.document(),
                    KnownShapes.NONE,
                    each.placed().machines());
            all.put(machine, each.label().equals(first.label()) ? first : each);
            project.add(machine);
        }
        ProjectValidator validator = new ProjectValidator(
                project, machine -> all.getOrDefault(machine, first).type(), named);
        for (Map.Entry<String, String> problem : validator.problems().entrySet()) {
            throw new Refusal("--machine: \"" + problem.getKey() + "\" " + problem.getValue());
        }
        return new RunMachines(
                first,
                starts(first, validator, all),
                project.stream().map(ProjectMachine::name).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static List<Start> starts(
            GivenDefinition first, ProjectValidator project, Map<ProjectMachine, GivenDefinition> all) {
        Map<GivenDefinition, ProjectMachine> machines = new IdentityHashMap<>();
        all.forEach((machine, given) -> machines.put(given, machine));
        List<Start> starts = new ArrayList<>();
        Set<GivenDefinition> seen = new LinkedHashSet<>(List.of(first));
        Deque<GivenDefinition> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            GivenDefinition by = open.pop();
            ProjectMachine machine = machines.get(by);
            for (TaskState task : tasks(by)) {
                GivenDefinition started = machine == null
                        ? null
                        : project.calls(machine).startedBy(task).map(all::get).orElse(null);
                starts.add(new Start(by, task.name(), reference(task), started));
                if (started != null && seen.add(started)) {
                    open.add(started);
                }
            }
        }
        return starts;
    }

    /** Returns the definitions of the same template, or of the same folder. */
    private static List<GivenDefinition> beside(GivenDefinition first, Map<String, String> values) throws Refusal {
        Path container = first.container().file();
        List<Path> files =
                first.placed().logicalId().isPresent() ? List.of(container) : DefinitionFiles.beside(container);
        List<GivenDefinition> all = new ArrayList<>();
        for (Path file : files) {
            try {
                all.addAll(GivenDefinition.of(Definitions.read(file, values)));
            } catch (IOException e) {
                throw new Refusal(GivenFile.unread(file, e));
            }
        }
        return all;
    }

    private static List<TaskState> tasks(GivenDefinition machine) {
        return machine.definition().scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .filter(task -> TaskResource.of(task.resource().orElse("")).isIntegration("states", "startExecution"))
                .toList();
    }

    private static String reference(TaskState task) {
        JsonNode fields = task.json().has("Arguments")
                ? task.json().path("Arguments")
                : task.json().path("Parameters");
        String text = fields.path("StateMachineArn")
                .asString(fields.path("StateMachineArn.$").asString(""));
        Matcher constant = CONSTANT.matcher(text);
        return constant.matches() ? constant.group(2) : text;
    }

    /** Returns the machines beside the one that is run, by their names. */
    Map<String, GivenDefinition> others() {
        Map<String, GivenDefinition> others = new LinkedHashMap<>();
        starts.stream()
                .map(Start::machine)
                .filter(machine -> machine != null && machine != first)
                .forEach(machine -> others.put(machine.name(), machine));
        return others;
    }

    /** Returns the machines beside the one that is run, by what definitions have as {@code StateMachineArn}. */
    Map<String, GivenDefinition> references() {
        Map<String, GivenDefinition> references = new LinkedHashMap<>();
        starts.stream()
                .filter(start -> start.machine() != null && start.machine() != first)
                .forEach(start -> references.put(start.reference(), start.machine()));
        return references;
    }

    /** Returns the tasks of one of the machines that start another one. */
    List<Start> startsBy(GivenDefinition machine) {
        return starts.stream().filter(start -> start.by() == machine).toList();
    }
}
