package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import dev.stepwright.types.Calls;
import dev.stepwright.types.Project;
import dev.stepwright.types.ProjectMachine;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the definitions of one project together: what one state machine starts another with has to be what that one reads, and what it reads
 * of the result has to be what that one gives. A definition that has errors of its own is taken for one that nobody knows.
 */
public final class ProjectValidator {
    private final Map<ProjectMachine, Checked> checked = new IdentityHashMap<>();
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Project project;

    /** A definition and what the rules say about it. */
    private record Checked(Machine machine, List<Diagnostic> ofRules) {
        boolean isValid() {
            return machine.document().root().isObject()
                    && ofRules.stream().noneMatch(found -> found.severity() == Severity.ERROR);
        }
    }

    /**
     * Reads the definitions of a project.
     *
     * @param definitions any JSON documents; a name that two of them have belongs to none
     * @param type of all of them
     * @param named which machines placeholders stand for, as {@link Project} has it; see {@link #problems}
     */
    public ProjectValidator(List<ProjectMachine> definitions, WorkflowType type, Map<String, String> named) {
        this(definitions, definition -> type, named);
    }

    /** Reads the definitions of a project, as the other constructor does, in which each has its own type. */
    public ProjectValidator(
            List<ProjectMachine> definitions, Function<ProjectMachine, WorkflowType> type, Map<String, String> named) {
        Map<String, List<ProjectMachine>> byName = new TreeMap<>();
        for (ProjectMachine definition : definitions) {
            byName.computeIfAbsent(definition.name(), key -> new ArrayList<>()).add(definition);
            Machine machine = Validator.machine(definition.document(), type.apply(definition));
            checked.put(definition, new Checked(machine, Validator.ofRules(machine)));
        }
        named.forEach((placeholder, machine) ->
                problem(machine, byName).ifPresent(problem -> problems.put(placeholder, problem)));
        Map<Boolean, List<ProjectMachine>> single = byName.values().stream()
                .filter(same -> same.size() == 1)
                .map(same -> same.get(0))
                .collect(Collectors.partitioningBy(
                        definition -> checkedOf(definition).isValid()));
        project = new Project(single.getOrDefault(true, List.of()), single.getOrDefault(false, List.of()), named);
    }

    /** An ARN may well be that of a machine elsewhere. */
    private static Optional<String> problem(String machine, Map<String, List<ProjectMachine>> byName) {
        List<ProjectMachine> found = byName.getOrDefault(machine, List.of());
        if (found.size() == 1 || machine.startsWith("arn:")) {
            return Optional.empty();
        }
        String problem = found.isEmpty()
                ? "no definition has this name; the definitions are " + Words.allOf(byName.keySet())
                        + ", named after their files" + Words.didYouMean(new Names(byName.keySet()), machine)
                : "both " + found.get(0).file() + " and " + found.get(1).file() + " have this name; rename one of them";
        return Optional.of("stands for the state machine " + Words.quote(machine) + ", but " + problem);
    }

    /** Returns what is wrong with placeholders, by their names: they stand for machines that are not there, or are there twice. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }

    /**
     * Returns everything that is wrong with one of the definitions, as {@link Validator#validate} does, and with what it starts.
     *
     * @throws IllegalArgumentException if it is not one of the definitions
     */
    public List<Diagnostic> validate(ProjectMachine definition) {
        Checked own = checkedOf(definition);
        return FlowFindings.joined(own.machine(), own.ofRules(), definition.known(), calls(definition));
    }

    private Checked checkedOf(ProjectMachine definition) {
        Checked found = checked.get(definition);
        if (found == null) {
            throw new IllegalArgumentException(definition.file() + " is not a definition of this project");
        }
        return found;
    }

    /** Returns what is known of the machines that one of the definitions starts. */
    public Calls calls(ProjectMachine definition) {
        return project.calls(definition.name());
    }
}
