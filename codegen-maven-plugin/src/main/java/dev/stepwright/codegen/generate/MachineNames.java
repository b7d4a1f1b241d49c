package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.generate.code.Packages;
import dev.stepwright.codegen.schema.SchemaFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The classes that belong to one machine. */
record MachineNames(ClassName input, ClassName output, ClassName tasks, ClassName workflow, ClassName fake) {
    static MachineNames of(Machine machine, Packages packages) {
        String folder = packages.of(machine.file());
        String name = Names.type(machine.name());
        return new MachineNames(
                ClassName.get(folder, name + "Input"),
                ClassName.get(folder, name + "Output"),
                ClassName.get(folder, name + "Tasks"),
                ClassName.get(folder, name + "Workflow"),
                ClassName.get(folder, "Fake" + name + "Tasks"));
    }

    ClassName taskInput(String state, @Nullable SchemaFile input) {
        return task(state, input, "Input");
    }

    ClassName taskOutput(String state, SchemaFile output) {
        return task(state, output, "Output");
    }

    private ClassName task(String state, @Nullable SchemaFile schema, String end) {
        return tasks.nestedClass(
                Optional.ofNullable(schema).flatMap(SchemaFile::ownName).orElse(Names.type(state) + end));
    }
}
