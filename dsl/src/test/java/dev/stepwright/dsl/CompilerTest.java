package dev.stepwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fits together compiles, what does not is refused, by javac and by the compiler of Eclipse. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompilerTest {
    private static final String CLASS = """
            package programs;
            import static dev.stepwright.dsl.Dsl.*;
            import static dev.stepwright.dsl.Surroundings.*;
            import dev.stepwright.dsl.*;
            import dev.stepwright.dsl.Orders.*;
            import dev.stepwright.asl.QueryLanguage;
            import dev.stepwright.dsl.expr.*;
            import dev.stepwright.dsl.items.*;
            import dev.stepwright.dsl.service.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            class %s {
                static Object program() {
                    %s
                }
            }
            """;
    private static final String CHAIN = "Chain";
    private static final String MINE = "final class Mine implements dev.stepwright.dsl.Step<String, String> {}";

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final JavaCompiler ecj = new EclipseCompiler();
    private Compilation byJavac;
    private Compilation byEcj;

    @BeforeAll
    void compile_all_programs(@TempDir Path folder) throws IOException {
        Map<String, String> sources = Program.all().stream()
                .collect(Collectors.toMap(Program::className, program -> source(program.className(), program.body())));
        sources.put(CHAIN, source(CHAIN, chain()));
        byJavac = Compilation.of(javac, sources, Files.createDirectory(folder.resolve("javac")), "-Xmaxerrs", "1000");
        byEcj = Compilation.of(ecj, sources, Files.createDirectory(folder.resolve("ecj")), "-proceedOnError");
    }

    private static String source(String className, String body) {
        return CLASS.formatted(className, body) + (body.contains("Mine") ? MINE : "");
    }

    static Stream<Program> right() {
        return Program.all().stream().filter(Program::compiles);
    }

    static Stream<Program> wrong() {
        return Program.all().stream().filter(program -> !program.compiles());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void javac_takes(Program program) {
        assertThat(byJavac.errors(program.className())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("right")
    void the_compiler_of_eclipse_takes(Program program) {
        assertThat(byEcj.errors(program.className())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void javac_refuses_and_names_the_reason(Program program) {
        List<String> errors = byJavac.errors(program.className());

        assertThat(errors).as("errors").isNotEmpty();
        assertThat(errors)
                .as("errors")
                .anySatisfy(error -> assertThat(error).contains(program.words().toArray(String[]::new)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void the_compiler_of_eclipse_refuses(Program program) {
        assertThat(byEcj.errors(program.className())).as("errors").isNotEmpty();
    }

    @Test
    void no_error_lies_outside_the_programs() {
        assertThat(byJavac.errors("")).isEmpty();
        assertThat(byEcj.errors("")).isEmpty();
    }

    @Test
    void the_list_has_both_kinds_and_every_name_once() {
        assertThat(right()).hasSizeGreaterThanOrEqualTo(80);
        assertThat(wrong()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Program.all()).extracting(Program::name).doesNotHaveDuplicates();
    }

    @Test
    void a_chain_of_200_steps_compiles() {
        assertThat(byJavac.errors(CHAIN)).isEmpty();
        assertThat(byEcj.errors(CHAIN)).isEmpty();
    }

    private static String chain() {
        return IntStream.range(0, 200)
                .mapToObj(i -> ".then(task(\"Review " + i + "\", Shop::review))")
                .collect(Collectors.joining("\n", "return validated", ".end();"));
    }
}
