package dev.stepwright.codegen.infer;

import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.generate.Machine.TaskSchemas;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.ShapeSchemas;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the schemas beside a definition say of its data. */
final class WrittenShapes {
    private WrittenShapes() {}

    static KnownShapes of(Machine machine) {
        Map<String, Shape> results = new LinkedHashMap<>();
        for (TaskState state : machine.taskStates()) {
            TaskSchemas schemas = machine.schemas(state);
            shape(schemas.output()).ifPresent(shape -> results.put(state.name(), FunctionCall.answer(state, shape)));
        }
        return new KnownShapes(shape(machine.input()), shape(machine.output()), Map.of(), results);
    }

    private static Optional<Shape> shape(@Nullable SchemaFile file) {
        return Optional.ofNullable(file)
                .map(each -> ShapeSchemas.shape(each.root().node()));
    }
}
