package dev.stepwright.types;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonText;
import dev.stepwright.types.flow.FlowResult;
import dev.stepwright.types.lattice.Description;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.lattice.Items;
import dev.stepwright.types.lattice.Kind;
import dev.stepwright.types.lattice.Value;
import dev.stepwright.types.report.Finding;
import dev.stepwright.types.report.FlowRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;

/** Where a definition makes something that is surely not of the shape that a schema says it has. */
final class Disagreements {
    private final JsonPointer pointer;
    private final String what;
    private final List<Finding> findings = new ArrayList<>();

    private Disagreements(JsonPointer pointer, String what) {
        this.pointer = pointer;
        this.what = what;
    }

    static List<Finding> of(StateMachineDefinition definition, FlowResult result, KnownShapes known) {
        List<Finding> all = new ArrayList<>();
        known.output()
                .ifPresent(shape ->
                        all.addAll(between(result.output(), shape, definition.pointer(), "the machine's output")));
        for (FlowResult.TaskData task : result.tasks()) {
            Shape shape = known.taskArguments().get(task.state());
            if (shape != null) {
                String what = "the task input of state " + JsonText.quote(task.state());
                all.addAll(between(task.arguments(), shape, task.pointer(), what));
            }
        }
        return all;
    }

    /**
     * Returns where a value is surely not what a schema says.
     *
     * @param pointer where the findings are reported
     * @param what how messages call the value
     */
    static List<Finding> between(Value value, Shape shape, JsonPointer pointer, String what) {
        Disagreements disagreements = new Disagreements(pointer, what);
        disagreements.compare("", value, shape);
        return disagreements.findings;
    }

    /** Only what is known on both sides can disagree. */
    private void compare(String path, Value value, Shape shape) {
        if (!value.isKnown() || value.isNever()) {
            return;
        }
        if (!mayBe(value, shape)) {
            report("%s must be %s by its schema, found %s"
                    .formatted(named(path), describe(shape), Description.of(value)));
            return;
        }
        if (shape instanceof Shape.OneOf union) {
            List<Shape> possible = union.alternatives().stream()
                    .filter(alternative -> mayBe(value, alternative))
                    .toList();
            if (possible.size() == 1) {
                compare(path, value, possible.get(0));
            }
            return;
        }
        Fields fields = value.fields();
        if (shape instanceof Shape.Structure structure && fields != null) {
            structure.members().forEach((name, member) -> compareMember(path, fields, name, member));
        }
        Items items = value.items();
        if (shape instanceof Shape.Sequence sequence && items != null) {
            compare(path + "[]", items.element(), sequence.element());
        }
    }

    private void compareMember(String path, Fields fields, String name, Shape.Member member) {
        Field field = fields.field(name);
        if (field != null) {
            compare(path.isEmpty() ? name : path + "." + name, field.value(), member.shape());
        } else if (member.required() && fields.isClosed()) {
            report("%s lacks %s, which its schema requires, found %s"
                    .formatted(named(path), JsonText.quote(name), names(fields)));
        }
    }

    private String named(String path) {
        return path.isEmpty() ? what : path + " in " + what;
    }

    private static String names(Fields fields) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, Field> field : fields.named().entrySet()) {
            names.add(JsonText.quote(field.getKey()));
        }
        return names.isEmpty() ? "no fields" : String.join(", ", names);
    }

    private void report(String message) {
        findings.add(FlowRule.SCHEMA.at(pointer, message));
    }

    private static boolean mayBe(Value value, Shape shape) {
        if (shape instanceof Shape.Structure) {
            return value.fields() != null;
        }
        if (shape instanceof Shape.Sequence || shape instanceof Shape.Tuple) {
            return value.items() != null;
        }
        if (shape instanceof Shape.OneOf union) {
            return union.alternatives().stream().anyMatch(alternative -> mayBe(value, alternative));
        }
        return !(shape instanceof Shape.Scalar scalar) || mayBe(value, scalar.type());
    }

    private static boolean mayBe(Value value, Shape.Scalar.Type type) {
        return switch (type) {
            case NULL -> value.can(Kind.NULL);
            case BOOLEAN -> value.can(Kind.BOOLEAN);
            case INTEGER, NUMBER -> value.canBeNumber();
            case STRING, TIMESTAMP -> value.can(Kind.STRING);
        };
    }

    private static String describe(Shape shape) {
        if (shape instanceof Shape.Structure) {
            return "an object";
        }
        if (shape instanceof Shape.Sequence || shape instanceof Shape.Tuple) {
            return "an array";
        }
        if (!(shape instanceof Shape.Scalar scalar)) {
            return "something else";
        }
        return switch (scalar.type()) {
            case NULL -> "null";
            case BOOLEAN -> "a boolean";
            case INTEGER -> "an integer";
            case NUMBER -> "a number";
            case STRING -> "a string";
            case TIMESTAMP -> "a timestamp";
        };
    }
}
