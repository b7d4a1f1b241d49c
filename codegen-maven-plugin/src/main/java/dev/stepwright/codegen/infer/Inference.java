package dev.stepwright.codegen.infer;

import dev.stepwright.codegen.generate.Machine;
import dev.stepwright.codegen.schema.SchemaFile;
import dev.stepwright.codegen.schema.SchemaFiles;
import dev.stepwright.types.Calls;
import dev.stepwright.types.KnownShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Gives the machines of a source directory the schemas that their definitions tell, where none stand beside them. */
public final class Inference {
    private final Map<String, MachineInference> machines = new LinkedHashMap<>();
    private final SchemaFiles files;

    /**
     * Prepares to infer schemas.
     *
     * @param files those that somebody wrote
     */
    public Inference(SchemaFiles files) {
        this.files = files;
    }

    /**
     * Adds a machine.
     *
     * @param written what the schemas beside the definition say
     * @param calls what is known of the machines that it starts
     * @param shared the schemas that stand beside those of its tasks, by the names of their classes
     */
    public void add(Machine machine, KnownShapes written, Calls calls, Function<String, Optional<SchemaFile>> shared) {
        machines.put(machine.file(), new MachineInference(machine, written, calls, shared, files, machines));
    }

    /** Returns the machines with all schemas that could be inferred; where nothing is known there is still none. */
    public List<Machine> complete() {
        return machines.values().stream().map(MachineInference::complete).toList();
    }
}
