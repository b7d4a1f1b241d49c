package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
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
import tools.jackson.databind.node.ObjectNode;

/**
 * The machine that is run, with those of its template or its folder that it starts, and those that these start.
 *
 * @param place what ARNs of machines begin with
 * @param starts the tasks that start a machine
 * @param names of all machines that are there to be started
 */
record RunMachines(GivenDefinition first, String place, List<Start> starts, Set<String> names) {
    private static final String ARN = "StateMachineArn";
    private static final Pattern CONSTANT = Pattern.compile("\\{%\\s*(['\"])([^'\"\\\\]*)\\1\\s*%}");

    /**
     * A task that starts a machine.
     *
     * @param machine null where nobody knows which one is meant
     */
    record Start(
            GivenDefinition by, TaskState task, @Nullable GivenDefinition machine) {
        String state() {
            return task.name();
        }

        /** Returns what the task has as {@code StateMachineArn}. */
        String reference() {
            JsonNode fields = task.json().path(fields(task));
            String text = fields.path(ARN).asString(fields.path(ARN + ".$").asString(""));
            Matcher constant = CONSTANT.matcher(text);
            return constant.matches() ? constant.group(2) : text;
        }
    }

    /**
     * Finds the machines that a run needs.
     *
     * @param named which machines placeholders stand for
     */
    static RunMachines of(GivenDefinition first, Map<String, String> values, Map<String, String> named) throws Refusal {
        String place =
                "arn:aws:states:%s:%s:stateMachine:".formatted(values.get("AWS::Region"), values.get("AWS::AccountId"));
        if (named.isEmpty() && tasks(first).isEmpty()) {
            return new RunMachines(first, place, List.of(), Set.of());
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
                place,
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
                starts.add(new Start(by, task, started));
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

    private static String fields(TaskState task) {
        return task.json().has("Arguments") ? "Arguments" : "Parameters";
    }

    /** Returns what a machine's ARN is in this run. */
    String arn(GivenDefinition machine) {
        return place + RunCast.name(machine);
    }

    /** Returns a machine's definition that has the ARNs of those that it starts: two machines may mean different ones by one placeholder. */
    StateMachineDefinition definition(GivenDefinition machine) {
        JsonNode copy = machine.document().root().deepCopy();
        for (Start start : startsBy(machine)) {
            if (start.machine() != null
                    && copy.at(start.task().pointer()).path(fields(start.task())) instanceof ObjectNode fields
                    && fields.has(ARN)) {
                fields.put(ARN, arn(start.machine()));
            }
        }
        return StateMachineDefinition.of(copy);
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

    /** Returns the tasks of one of the machines that start another one. */
    List<Start> startsBy(GivenDefinition machine) {
        return starts.stream().filter(start -> start.by() == machine).toList();
    }
}
