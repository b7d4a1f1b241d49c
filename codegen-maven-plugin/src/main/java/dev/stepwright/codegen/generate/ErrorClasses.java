package dev.stepwright.codegen.generate;

import com.palantir.javapoet.ClassName;
import dev.stepwright.asl.TaskState;
import dev.stepwright.codegen.generate.code.Names;
import dev.stepwright.codegen.schema.SchemaFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The classes of the errors that the methods of a machine throw, within the interface. Errors that differ only in what is short for
 * them are told apart by all of their names, whichever comes first.
 *
 * @param simpleNames by the names of the errors
 */
record ErrorClasses(ClassName tasks, Map<String, String> simpleNames) {
    static ErrorClasses of(Machine machine, MachineNames names) {
        Set<String> errors = new LinkedHashSet<>();
        machine.methodStates()
                .forEach(state ->
                        errors.addAll(TaskErrors.of(machine, state).named().keySet()));
        Set<String> records = new HashSet<>();
        machine.taskStates().forEach(state -> records(machine, state, names).forEach(name -> records.add(key(name))));
        Set<String> seen = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (String error : errors) {
            String plain = key(TaskErrors.className(error));
            if (!seen.add(plain)) {
                shared.add(plain);
            }
        }
        Map<String, String> simpleNames = new HashMap<>();
        for (String error : errors) {
            String plain = TaskErrors.className(error);
            String simple = shared.contains(key(plain)) && !error.equals(plain) ? whole(error, plain) : plain;
            simpleNames.put(error, records.contains(key(simple)) ? simple + "_" : simple);
        }
        return new ErrorClasses(names.tasks(), Map.copyOf(simpleNames));
    }

    private static Stream<String> records(Machine machine, TaskState state, MachineNames names) {
        String called = machine.called(state);
        SchemaFile output = machine.schemas(state).output();
        Stream<ClassName> ends = output == null
                ? Stream.of(names.taskInput(called, machine.schemas(state).input()))
                : Stream.of(names.taskInput(called, machine.schemas(state).input()), names.taskOutput(called, output));
        return ends.map(ClassName::simpleName);
    }

    /** Returns what stands for all of an error's name: {@code com.acme.CardDeclined} gives {@code ComAcmeCardDeclined}, {@code Card.Declined} gives {@code Card_Declined}. */
    private static String whole(String error, String plain) {
        String words = Names.type(error);
        if (!words.equalsIgnoreCase(plain)) {
            return words;
        }
        String spelt = error.replaceAll("[^\\p{L}\\p{Nd}]+", "_");
        return SourceVersion.isName(spelt)
                ? spelt.substring(0, 1).toUpperCase(Locale.ROOT) + spelt.substring(1)
                : plain;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns the class of an error that the machine names at a task. */
    ClassName of(String error) {
        return tasks.nestedClass(simpleNames.getOrDefault(error, TaskErrors.className(error)));
    }
}
