package dev.stepwright.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.types.report.FlowRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/data-flow.md and the rules the same. */
class DataFlowPageTest {
    @Test
    void the_page_has_a_row_for_each_rule_and_no_other() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/data-flow.md")).stream()
                .filter(line -> line.startsWith("| ASL-"))
                .map(line -> line.split("\\|")[1].strip())
                .toList();

        assertThat(documented)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FlowRule.values())
                        .map(FlowRule::id)
                        .distinct()
                        .toList());
    }

    /** Those of machines that start machines stand in cases/project. */
    @Test
    void every_rule_of_one_machine_is_found_by_a_case() throws IOException {
        List<String> expected;
        try (Stream<Path> files = Files.walk(CaseFilesTest.CASES)) {
            List<Path> expectations =
                    files.filter(file -> file.toString().endsWith(".expected")).toList();
            expected = expectations.stream()
                    .flatMap(file -> lines(file).stream())
                    .map(line -> line.split(" ")[2] + " " + line.split(" ")[1])
                    .toList();
        }

        assertThat(Arrays.stream(FlowRule.values())
                        .filter(rule -> rule != FlowRule.NESTED_INPUT && rule != FlowRule.UNNAMED_MACHINE)
                        .map(rule -> rule.id() + " " + rule.severity()))
                .allMatch(expected::contains);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
