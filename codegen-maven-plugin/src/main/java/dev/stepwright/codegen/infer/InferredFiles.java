package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.Place;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFile.Inferred;
import dev.stepwright.codegen.schema.SchemaFile.Told;
import dev.stepwright.json.Position;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stands for the schema files that a machine has not: each says what it is of. */
record InferredFiles(Machine machine) {
    Inferred input() {
        return of("the machine's input", Position.START);
    }

    Inferred output() {
        return of("the machine's output", Position.START);
    }

    Inferred input(TaskState state) {
        return of("the input of the state \"" + state.name() + "\"", position(state));
    }

    Inferred result(TaskState state) {
        return of("the result of the state \"" + state.name() + "\"", position(state));
    }

    private Inferred of(String value, Position position) {
        return new Inferred(machine.path(), machine.file(), value, position);
    }

    private Position position(TaskState state) {
        return machine.document().keyPosition(state.pointer());
    }

    static SchemaFile file(Inferred origin, ObjectNode schema, Map<String, Place> references) {
        return SchemaFile.inferred(origin, new Told(described(origin, schema), references));
    }

    /** Returns a file whose schema refers to what is known later. */
    static SchemaFile file(Inferred origin, ObjectNode schema, Supplier<Map<String, Place>> references) {
        return SchemaFile.inferred(origin, () -> {
            Map<String, Place> places = references.get();
            return new Told(described(origin, schema), places);
        });
    }

    /** Returns the schema of a value of which nothing is known but where it comes from, if that is known better. */
    static Optional<SchemaFile> any(Inferred origin, Function<ObjectNode, Map<String, Place>> references) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        Map<String, Place> places = references.apply(schema);
        return schema.isEmpty() ? Optional.empty() : Optional.of(file(origin, schema, places));
    }

    private static ObjectNode described(Inferred origin, ObjectNode schema) {
        String value = origin.value();
        String start = Character.toUpperCase(value.charAt(0)) + value.substring(1);
        return schema.has("description")
                ? schema
                : schema.put("description", start + ", inferred from the definition.");
    }
}
