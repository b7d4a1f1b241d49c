package dev.stepwright.testkit.soundness;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.FlowReport;
import dev.stepwright.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the analysis says that tasks and the machine's caller get, held against what they got: a type that is made of it must not lose any of that. */
record Kept(FlowReport report) {
    static Kept of(Trial trial) {
        return new Kept(DataFlow.analyze(trial.machine(), trial.known()));
    }

    /** Returns what got lost. */
    List<String> contradictedBy(Run run) {
        List<String> wrong = new ArrayList<>();
        report.tasks()
                .forEach(task -> run.asked()
                        .getOrDefault(task.state(), List.of())
                        .forEach(input -> check("task " + task.state() + " gets", input, task.arguments(), wrong)));
        if (run.outcome() instanceof Outcome.Succeeded<JsonNode> succeeded) {
            check("the machine gives", succeeded.output(), report.output(), wrong);
        }
        return wrong;
    }

    private static void check(String who, JsonNode value, Shape shape, List<String> wrong) {
        lost(value, shape, "")
                .ifPresent(path -> wrong.add(
                        who + " " + JsonText.compact(value) + ", whose type has no place for " + path + ": " + shape));
    }

    /** Returns the way to the first member that has no place; whether the value is of the kind at all is for others to check. */
    private static Optional<String> lost(JsonNode value, Shape shape, String path) {
        if (shape instanceof Shape.OneOf either) {
            List<Optional<String>> each = either.alternatives().stream()
                    .filter(alternative -> canHold(alternative, value))
                    .map(alternative -> lost(value, alternative, path))
                    .toList();
            return each.contains(Optional.<String>empty()) ? Optional.empty() : first(each.stream());
        }
        if (shape instanceof Shape.Structure structure && value.isObject()) {
            return first(value.properties().stream()
                    .map(member -> lost(member.getValue(), structure, member.getKey(), path)));
        }
        if (shape instanceof Shape.Sequence sequence) {
            return first(value.valueStream().map(element -> lost(element, sequence.element(), path + "[]")));
        }
        if (shape instanceof Shape.Tuple tuple && value.isArray()) {
            return first(
                    IntStream.range(0, Math.min(value.size(), tuple.elements().size()))
                            .mapToObj(i -> lost(value.get(i), tuple.elements().get(i), path + "[" + i + "]")));
        }
        return Optional.empty();
    }

    /**
     * That a value may be null, or a text, does not say that the members of an object have a place; of what may be an array as well as an
     * object all is kept.
     */
    private static boolean canHold(Shape alternative, JsonNode value) {
        boolean isScalar = alternative instanceof Shape.Scalar || alternative instanceof Shape.Nothing;
        return !(isScalar && value.isContainer());
    }

    private static Optional<String> lost(JsonNode member, Shape.Structure owner, String name, String path) {
        Shape.Member known = owner.members().get(name);
        String inner = path + "." + name;
        if (known == null) {
            return owner.open() ? Optional.empty() : Optional.of(inner);
        }
        return lost(member, known.shape(), inner);
    }

    private static Optional<String> first(Stream<Optional<String>> lost) {
        return lost.flatMap(Optional::stream).findFirst();
    }
}
