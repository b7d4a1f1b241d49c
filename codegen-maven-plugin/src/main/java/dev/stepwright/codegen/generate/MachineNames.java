package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.generate.code.Packages;
import dev.stepwright.codegen.schema.SchemaFile;

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

    ClassName taskInput(String state) {
        return tasks.nestedClass(Names.type(state) + "Input");
    }

    ClassName taskOutput(String state, SchemaFile output) {
        return tasks.nestedClass(output.ownName().orElse(Names.type(state) + "Output"));
    }
}
