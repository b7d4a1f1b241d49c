package dev.stepwright.types;

import dev.stepwright.asl.TaskState;
import dev.stepwright.json.Placeholders;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.lattice.Value;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machines of one project, of which tasks start others. Which one a task starts is known only where the definition or the project
 * says it: by an ARN with the name of one of them, by the machine's own ARN from the Context Object, or by a placeholder that the project
 * names. An ARN of a version or an alias names none, since that may be what the definition once was.
 */
public final class Project {
    /** A project of which nothing is known. */
    public static final Project NONE = new Project(List.of(), Map.of());

    private final Map<String, ProjectMachine> machines = new LinkedHashMap<>();
    private final Map<String, String> named;
    private final Map<String, Map<String, String>> namedByCallers = new HashMap<>();
    private final Map<String, Set<String>> started = new HashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();
    private final Map<String, FlowResult> flows = new HashMap<>();

    /**
     * Reads a project.
     *
     * @param machines of different names, without those whose definitions have errors: of them nothing is known
     * @param named the names of machines by those of the placeholders, or of the machines in ARNs, that stand for them: {@code
     *     {"ShippingArn": "shipping"}} for <code>${ShippingArn}</code>, which may be written out too; they go before the names in ARNs. An ARN
     *     will do instead of a name
     */
    public Project(List<ProjectMachine> machines, Map<String, String> named) {
        this(machines, List.of(), named);
    }

    /**
     * Reads a project, as the other constructor does.
     *
     * @param unknown machines whose definitions have errors; of them it is known what their placeholders stand for
     */
    public Project(List<ProjectMachine> machines, List<ProjectMachine> unknown, Map<String, String> named) {
        Stream.of(machines, unknown)
                .flatMap(List::stream)
                .forEach(machine -> namedByCallers.put(machine.name(), machine.named()));
        machines.forEach(machine -> this.machines.put(machine.name(), machine));
        this.named = new HashMap<>();
        named.forEach((name, machine) ->
                this.named.put(Placeholders.name(name).orElse(name), StartedMachine.nameIn(machine)));
        machines.forEach(machine -> started.put(machine.name(), startedBy(machine)));
        machines.forEach(machine -> reached.put(machine.name(), reachedFrom(machine.name())));
        analyzeStarted();
    }

    private Set<String> startedBy(ProjectMachine machine) {
        return machine.document().definition().scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .flatMap(task -> startedBy(machine.name(), task).stream())
                .map(ProjectMachine::name)
                .collect(Collectors.toSet());
    }

    /** Returns the names of all machines that are started by a machine, directly or by others. */
    private Set<String> reachedFrom(String machine) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(machine));
        while (!open.isEmpty()) {
            for (String next : started.getOrDefault(open.pop(), Set.of())) {
                if (found.add(next)) {
                    open.push(next);
                }
            }
        }
        return found;
    }

    /** A machine is looked at after all that it starts: it reaches more of them than each of these does, cycles aside. */
    private void analyzeStarted() {
        machines.values().stream()
                .filter(machine -> started.values().stream().anyMatch(names -> names.contains(machine.name())))
                .sorted(Comparator.comparingInt(machine ->
                        reached.getOrDefault(machine.name(), Set.of()).size()))
                .forEach(machine -> flows.put(
                        machine.name(),
                        DataFlow.flow(
                                machine.document().definition(), machine.known(), calls(machine.name()), Set.of())));
    }

    /** Returns the machine that a task of a machine of this name starts; empty if that is not known for certain, or it is none of the project. */
    public Optional<ProjectMachine> startedBy(String caller, TaskState task) {
        StartedMachine started = StartedMachine.of(task);
        return switch (started.kind()) {
            case UNKNOWN -> Optional.empty();
            case ITSELF -> Optional.ofNullable(machines.get(caller));
            case PLACEHOLDER -> named(caller, started.name()).map(machines::get);
            case NAMED -> Optional.ofNullable(machines.get(named.getOrDefault(started.name(), started.name())));
        };
    }

    private Optional<String> named(String caller, String placeholder) {
        return Optional.ofNullable(namedByCallers.getOrDefault(caller, Map.of()).get(placeholder))
                .map(StartedMachine::nameIn)
                .or(() -> Optional.ofNullable(named.get(placeholder)));
    }

    /** Returns the other machine that a placeholder is called after which nobody has named; only a reader can tell whether it is meant. */
    Optional<ProjectMachine> likely(String caller, StartedMachine started) {
        boolean isOpen = started.kind() == StartedMachine.Kind.PLACEHOLDER
                && named(caller, started.name()).isEmpty();
        List<ProjectMachine> alike = machines.values().stream()
                .filter(machine -> isOpen && !machine.name().equals(caller))
                .filter(machine -> StartedMachine.word(machine.name()).equals(StartedMachine.word(started.name())))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /** Returns what is known of the machines that a machine of this name starts. */
    public Calls calls(String caller) {
        return new Calls(this, caller);
    }

    /** Returns what a started machine gives; empty if it never ends well, or its output may depend on what its starter gives. */
    Optional<Value> output(String caller, ProjectMachine started) {
        Set<String> fromThere = reached.getOrDefault(started.name(), Set.of());
        boolean isCycle = fromThere.contains(caller) || started.name().equals(caller);
        FlowResult flow = flows.get(started.name());
        return isCycle || flow == null || flow.output().isNever() ? Optional.empty() : Optional.of(flow.output());
    }

    /** Returns the analysis of a started machine of whose input nothing is known but what a schema says. */
    Optional<FlowResult> flow(ProjectMachine started) {
        return Optional.ofNullable(flows.get(started.name()));
    }

    @Override
    public String toString() {
        return "machines " + machines.keySet();
    }
}
