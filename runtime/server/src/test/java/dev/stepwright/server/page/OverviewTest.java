package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first page, with more machines than can be asked for their executions each time. */
class OverviewTest {
    private final List<String> asked = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();

    /** Each machine has executions of other names without end. */
    private String page(int machines, String query) {
        List<ListStateMachines.Item> items = IntStream.range(0, machines)
                .mapToObj(i -> new ListStateMachines.Item("arn:" + i, "m" + i, "STANDARD", Instant.ofEpochSecond(i)))
                .toList();
        Calls calls = new Calls(
                Map.of(
                        "ListStateMachines",
                        Operation.of(
                                "ListStateMachines",
                                ListStateMachines::of,
                                request -> new ListStateMachines.Answer(items, null)),
                        "ListExecutions",
                        Operation.of("ListExecutions", ListExecutions::of, request -> {
                            asked.add(request.stateMachineArn());
                            return new ListExecutions.Answer(List.of(), "next");
                        })),
                arn -> {
                    counted.add(arn);
                    return Optional.of(Map.of());
                });
        return new Overview(calls, InstantSource.system(), new Pages.Visitor(null, "http")).of(Form.parse(query), null);
    }

    @Test
    void of_thousands_of_machines_those_made_last_are_asked_once() {
        String page = page(3_000, "name=x");

        assertThat(page)
                .contains("Shows executions of the 100 newest machines", "Searched 100 executions of each machine")
                .contains("<a href=\"/machines/arn:0\">m0</a>");
        assertThat(asked).hasSize(100).doesNotHaveDuplicates().contains("arn:2999", "arn:2900");
        assertThat(counted).hasSize(100).contains("arn:2999", "arn:2900").doesNotContain("arn:2899");
    }

    @Test
    void a_search_among_few_machines_looks_through_more_of_each() {
        assertThat(page(4, "name=x"))
                .contains("Searched 2,500 executions of each machine")
                .doesNotContain("made last");
        assertThat(asked).hasSize(100);
    }

    @Test
    void of_many_machines_those_are_shown_with_their_executions_whose_names_contain_a_text() {
        String page = page(3_000, "machine=M299&status=FAILED&name=x");

        assertThat(page)
                .contains("name=\"machine\" value=\"M299\"", ">m299</a>", ">m2999</a>")
                .containsOnlyOnce("<input type=\"hidden\" name=\"machine\" value=\"M299\"")
                .containsOnlyOnce("<input type=\"hidden\" name=\"status\" value=\"FAILED\"")
                .containsOnlyOnce("<input type=\"hidden\" name=\"name\" value=\"x\"")
                .doesNotContain(">m298</a>", "newest machines", "No state machine");
        assertThat(asked).contains("arn:299", "arn:2999").allMatch(arn -> arn.contains("299"));
    }

    @Test
    void few_machines_have_no_search_and_one_that_finds_nothing_says_so() {
        assertThat(page(20, "")).doesNotContain("name=\"machine\"");
        assertThat(page(21, "")).contains("name=\"machine\"");
        assertThat(page(4, "machine=none")).contains("name=\"machine\"", "No state machine matches this filter.");
    }
}
