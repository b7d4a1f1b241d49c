package dev.stepwright.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.template.TemplateRule;
import dev.stepwright.types.report.FlowRule;
import dev.stepwright.validation.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/rules.md and the rules the same. */
class RulesPageTest {
    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("../docs/rules.md")).stream()
                .filter(line -> line.startsWith("| ASL-"))
                .map(line -> line.split("(?<!\\\\)\\|"))
                .toList();
    }

    @Test
    void the_page_has_a_row_for_each_rule_and_no_other_with_its_severity() throws IOException {
        List<String> documented = rows().stream()
                .map(row -> row[1].strip() + " " + row[2].strip())
                .toList();

        assertThat(documented)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.concat(
                                        Rules.ALL.stream().map(rule -> idAndSeverity(rule.id(), rule.severity())),
                                        Stream.of(FlowRule.values())
                                                .map(rule -> idAndSeverity(rule.id(), rule.severity()))),
                                Stream.concat(
                                        Stream.of(IgnoreProblem.values())
                                                .map(problem -> idAndSeverity(problem.id(), problem.severity())),
                                        Stream.of(TemplateRule.values())
                                                .map(rule -> idAndSeverity(
                                                        rule.id(),
                                                        rule.isError() ? Severity.ERROR : Severity.WARNING))))
                        .distinct()
                        .toList());
    }

    @Test
    void the_page_names_the_errors_that_aws_accepts() throws IOException {
        String page = Files.readString(Path.of("../docs/rules.md"));
        String kinds = page.substring(page.indexOf("Two kinds of errors"), page.indexOf("take both kinds"));

        assertThat(Rules.ALL)
                .filteredOn(rule -> rule.severity() == Severity.ERROR && !rule.isRefused())
                .allSatisfy(rule -> assertThat(kinds).contains(rule.id()));
        assertThat(Rules.ALL)
                .filteredOn(Rule::isRefused)
                .extracting(Rule::id)
                .filteredOn(kinds::contains)
                .containsExactlyInAnyOrder(
                        "ASL-STA-008",
                        "ASL-MAP-007",
                        "ASL-MAP-009",
                        "ASL-MAP-010",
                        "ASL-TSK-001",
                        "ASL-TSK-011",
                        "ASL-TOP-005",
                        "ASL-ERR-003");
    }

    private static String idAndSeverity(String id, Severity severity) {
        return id + " " + severity.name().toLowerCase(Locale.ROOT);
    }

    @Test
    void every_row_says_what_is_found_why_and_how_to_mend_it() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(7);
            assertThat(List.of(row[3], row[4], row[6])).noneMatch(String::isBlank);
        });
    }

    @Test
    void tools_read_the_same_page() throws IOException {
        assertThat(RuleDescription.all())
                .extracting(rule -> rule.id() + " " + rule.finds())
                .containsExactlyElementsOf(rows().stream()
                        .map(row -> row[1].strip() + " " + row[3].strip().replace("\\|", "|"))
                        .toList());
    }
}
