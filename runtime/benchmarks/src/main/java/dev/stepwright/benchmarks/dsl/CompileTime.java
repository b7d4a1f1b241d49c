package dev.stepwright.benchmarks.dsl;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles chains of more and more steps, and prints the CPU time of each. Twice the steps should take about twice the time, and 200
 * steps less than five seconds. Needs a JDK; the classes of the DSL are those of the class path.
 */
public final class CompileTime {
    private static final List<Integer> LENGTHS = List.of(50, 100, 200, 400);

    private CompileTime() {}

    /** Prints one line for each length: {@code chain 200 steps 912 ms}. */
    public static void main(String[] arguments) throws Exception {
        Path classes = Files.createTempDirectory("compile-time");
        compile(classes, "Warm", LENGTHS.get(0));
        for (int steps : LENGTHS) {
            report("chain", steps, compile(classes, "Chain" + steps, steps));
        }
        for (int steps : LENGTHS) {
            report("choices", steps / 4, compile(classes, "Choices" + steps, choices(steps / 4)));
        }
        try (var files = Files.list(classes)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(classes);
    }

    private static void report(String what, int steps, long nanos) {
        System.out.printf(Locale.ROOT, "%-8s %4d steps %6d ms%n", what, steps, nanos / 1_000_000);
    }

    private static long compile(Path classes, String name, int steps) {
        return compile(
                classes,
                name,
                IntStream.range(0, steps)
                        .mapToObj(i -> ".then(task(\"Step " + i + "\", Work::step))")
                        .collect(Collectors.joining("\n")));
    }

    private static String choices(int choices) {
        return IntStream.range(0, choices)
                .mapToObj(i -> ".then(choice(\"Choice " + i + "\").when(path(Data::number).greaterThan(" + i
                        + "), task(\"Step " + i + "\", Work::step)).otherwise(proceed()))")
                .collect(Collectors.joining("\n"));
    }

    private static long compile(Path classes, String name, String chain) {
        String source = """
                import static dev.stepwright.dsl.Dsl.*;
                import dev.stepwright.dsl.StateMachine;
                class %s {
                    record Data(String text, int number) {}
                    interface Work { Data step(Data data); }
                    static StateMachine<Data, Data> machine() {
                        return StateMachine.start(Data.class)
                        %s
                        .end();
                    }
                }
                """.formatted(name, chain);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        boolean compiled = javac.getTask(
                        null, null, null, List.of("-d", classes.toString()), null, List.of(new Source(name, source)))
                .call();
        if (!compiled) {
            throw new IllegalStateException(name + " does not compile");
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
