package dev.stepwright.types;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.Position;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.FlowRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Where a task starts a machine of its project with an Input on which that one surely fails: the started machine is analysed once more, with
 * what the task gives, and what is found then and not else, if it fails every execution and no catch rule goes on from it, is the fault of the Input.
 */
record NestedInputs(Calls calls) {
    private static final String INPUT = "Input";
    private static final String ARN = "StateMachineArn";

    /** Returns what is found about a task of a machine; nothing if it starts none of the project. */
    List<Finding> of(TaskState task, Value arguments) {
        ProjectMachine started = calls.startedBy(task).orElse(null);
        if (started == null) {
            return unnamed(task);
        }
        Value input = input(arguments).orElse(null);
        if (input == null) {
            return List.of();
        }
        List<Finding> ofSchema = started.known()
                .input()
                .map(shape ->
                        Disagreements.between(input, shape, place(task, INPUT), what(task) + " for " + started.file()))
                .orElse(List.of());
        return ofSchema.isEmpty() ? failures(task, started, input) : ofSchema;
    }

    private List<Finding> unnamed(TaskState task) {
        StartedMachine open = StartedMachine.of(task);
        return calls.likely(open).stream()
                .map(likely -> {
                    String message =
                            ("state %s starts the state machine %s, which is not known; if it is that of %s, set --machine %s=%s,"
                                            + " or machines in the Maven plugin, to have its input and output checked")
                                    .formatted(
                                            JsonText.quote(task.name()),
                                            JsonText.quote(open.name()),
                                            likely.file(),
                                            open.name(),
                                            likely.name());
                    return FlowRule.UNNAMED_MACHINE.at(place(task, ARN), message);
                })
                .toList();
    }

    private List<Finding> failures(TaskState task, ProjectMachine started, Value input) {
        Set<String> anyway = new HashSet<>();
        calls.flow(started).ifPresent(flow -> flow.findings().forEach(finding -> anyway.add(key(finding))));
        FlowResult flow = calls.flow(started, input);
        return flow.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> !anyway.contains(key(finding)))
                .filter(finding -> flow.requirements()
                        .isFatal(finding.pointer(), finding.rule().equals(FlowRule.PATH_NEVER.id())))
                .map(finding -> failure(task, started, finding))
                .toList();
    }

    private static String key(Finding finding) {
        return finding.rule() + " " + finding.pointer() + " " + finding.character();
    }

    private static Finding failure(TaskState task, ProjectMachine started, Finding there) {
        Position position = started.document().position(there.pointer());
        String message = "%s makes %s fail at %s:%s: %s; pass what is read there"
                .formatted(what(task), JsonText.quote(started.name()), started.file(), position, there.message());
        return FlowRule.NESTED_INPUT.at(place(task, INPUT), message);
    }

    private static String what(TaskState task) {
        return "the Input of state " + JsonText.quote(task.name());
    }

    /** Returns where an argument is written; where it is missing, what lacks it. */
    private static JsonPointer place(TaskState task, String argument) {
        JsonPointer at = task.pointer();
        JsonNode json = task.json();
        for (String field : List.of("Arguments", "Parameters")) {
            if (json.path(field).isObject()) {
                JsonPointer holder = at.appendProperty(field);
                return Stream.of(argument, argument + ".$")
                        .filter(json.path(field)::has)
                        .findFirst()
                        .map(holder::appendProperty)
                        .orElse(holder);
            }
        }
        return at;
    }

    /**
     * Returns what the machine is started with. AWS: a null is not sent, so the input is an empty object; a text is the JSON of the input,
     * of which nothing is known.
     */
    private static Optional<Value> input(Value arguments) {
        Fields fields = arguments.fields();
        if (fields == null || !arguments.isKnown()) {
            return Optional.empty();
        }
        Field input = fields.field(INPUT);
        if (input == null) {
            return fields.isClosed() ? Optional.of(Value.EMPTY_OBJECT) : Optional.empty();
        }
        Value value = input.value();
        boolean isSure = input.isAlways() && !value.can(Kind.STRING) && !value.can(Kind.NULL) && !value.isNever();
        return isSure ? Optional.of(value) : Optional.empty();
    }
}
