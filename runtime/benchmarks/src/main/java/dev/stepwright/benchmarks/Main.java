package dev.stepwright.benchmarks;

import dev.stepwright.benchmarks.compare.Compare;
import dev.stepwright.benchmarks.dsl.CompileTime;
import dev.stepwright.benchmarks.dsl.MachineCreation;
import dev.stepwright.benchmarks.jsonata.JsonataTurns;
import dev.stepwright.benchmarks.mutants.Mutants;
import dev.stepwright.benchmarks.validation.Validation;
import dev.stepwright.benchmarks.waiting.Waiting;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** {@code java -jar benchmarks.jar PROGRAM ...}. */
public final class Main {
    private static final Map<String, Program> PROGRAMS = new TreeMap<>(Map.of(
            "compare", Compare::main,
            "compile-time", CompileTime::main,
            "jmh", org.openjdk.jmh.Main::main,
            "jsonata", JsonataTurns::main,
            "machine-creation", MachineCreation::main,
            "mutants", Mutants::main,
            "validation", Validation::main,
            "waiting", Waiting::main));

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Program program = arguments.length == 0 ? null : PROGRAMS.get(arguments[0]);
        if (program == null) {
            System.err.println("Usage: java -jar benchmarks.jar PROGRAM [ARGUMENTS]; the programs are "
                    + String.join(", ", PROGRAMS.keySet()) + ".");
            System.exit(2);
            return;
        }
        try {
            program.run(Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
