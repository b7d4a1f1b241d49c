package dev.stepwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide quotes of javac is what javac says, line by line; {@code ...} in a quotation leaves lines out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavacWordsTest {
    private static final Path GUIDE = Path.of("../docs/dsl.md");
    private static final int QUOTED = 17;

    private static final String CLASS = """
            package programs;
            import static dev.stepwright.dsl.Dsl.*;
            import dev.stepwright.dsl.*;
            class %s {
                static Object program() {
                    return %s;
                }
            }
            """;
    private static final String TYPES = """
            package programs;
            record Order(java.math.BigDecimal total, Tier tier) {}
            enum Tier { BASIC, GOLD }
            record Job(boolean done) {}
            record Ctx(String user) {}
            record Expense(java.math.BigDecimal amount) {}
            record Paid(String number) {}
            interface Payroll { Paid pay(Expense expense); }
            """;

    /** The programs, by what the guide shows of them. */
    private static final Map<String, String> PROGRAMS = Map.of(
            "path(Order::totl)",
            "StateMachine.start(Order.class).then(pass(\"A\", path(Order::totl)))",
            "path(Order::tier).equalTo(\"GOLD\")",
            "path(Order::tier).equalTo(\"GOLD\")",
            ".then(choice(\"Done?\").when(...))",
            "StateMachine.start(Job.class).then(choice(\"Done?\").when(path(Job::done).isTrue(), pass(\"Yes\")))",
            ".then(task(\"Pay\", Payroll::pay))",
            "StateMachine.start(Ctx.class).then(task(\"Pay\", Payroll::pay))");

    private static final Pattern QUOTATION = Pattern.compile("(?m)^.*, `([^`\\n]+)`.*:\\n\\n((?: {4}.*\\n)+)");

    private Compilation compilation;

    static List<Quotation> quotations() throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf("## What javac says");
        String section = guide.substring(start, guide.indexOf("\n## ", start + 1));
        return QUOTATION.matcher(section).results().map(Quotation::of).toList();
    }

    record Quotation(String program, List<String> lines) {
        static Quotation of(MatchResult found) {
            List<String> lines = Arrays.stream(found.group(2).split("\n"))
                    .map(String::strip)
                    .map(line -> line.replaceFirst("^error: ", ""))
                    .filter(line -> !line.equals("..."))
                    .toList();
            return new Quotation(found.group(1), lines);
        }

        String className() {
            return "Program" + Integer.toHexString(program.hashCode());
        }
    }

    @BeforeAll
    static void the_javac_that_the_guide_quotes() {
        assumeTrue(
                Runtime.version().feature() == QUOTED,
                () -> "the guide quotes javac " + QUOTED + ", and others word some errors otherwise");
    }

    @BeforeAll
    void compile_what_the_guide_shows(@TempDir Path folder) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>(Map.of("Types", TYPES));
        for (Quotation quotation : quotations()) {
            assertThat(PROGRAMS).containsKey(quotation.program());
            sources.put(
                    quotation.className(), CLASS.formatted(quotation.className(), PROGRAMS.get(quotation.program())));
        }
        compilation = Compilation.of(ToolProvider.getSystemJavaCompiler(), sources, folder, "-Xmaxerrs", "100");
    }

    @Test
    void the_guide_quotes_javac_on_all_programs() throws IOException {
        assertThat(quotations()).extracting(Quotation::program).containsExactlyInAnyOrderElementsOf(PROGRAMS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quotations")
    void javac_says_so(Quotation quotation) {
        assertThat(compilation.errors(quotation.className()))
                .anySatisfy(
                        error -> assertThat(error.lines().map(String::strip)).containsSubsequence(quotation.lines()));
    }

    @Test
    void the_compiler_argument_of_the_guide_leaves_out_the_type_variables(@TempDir Path folder) throws IOException {
        String argument = "-XDdiags.formatterOptions=-where";
        String program = CLASS.formatted("Program", PROGRAMS.get(".then(task(\"Pay\", Payroll::pay))"));

        var errors = Compilation.of(
                        ToolProvider.getSystemJavaCompiler(),
                        Map.of("Types", TYPES, "Program", program),
                        folder,
                        argument)
                .errors("Program");

        assertThat(Files.readString(GUIDE)).contains("`" + argument + "`");
        assertThat(errors).hasSize(1).noneSatisfy(error -> assertThat(error).containsPattern("(?m)^ *where "));
    }
}
