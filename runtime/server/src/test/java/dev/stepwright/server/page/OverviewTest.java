package dev.stepwright.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first page, with more machines than can be asked for their executions each time. */
class OverviewTest {
    private final List<String> asked = new ArrayList<>();

    /** Each machine has executions of other names without end. */
    private String page(int machines, String query) {
        List<ListStateMachines.Item> items = IntStream.range(0, machines)
                .mapToObj(i -> new ListStateMachines.Item("arn:" + i, "m" + i, "STANDARD", Instant.ofEpochSecond(i)))
                .toList();
        Calls calls = new Calls(Map.of(
                "ListStateMachines",
                Operation.of(
                        "ListStateMachines",
                        ListStateMachines::of,
                        request -> new ListStateMachines.Answer(items, null)),
                "ListExecutions",
                Operation.of("ListExecutions", ListExecutions::of, request -> {
                    asked.add(request.stateMachineArn());
                    return new ListExecutions.Answer(List.of(), "next");
                })));
        return new Overview(calls, new Pages.Visitor(null, "http")).of(Form.parse(query), null);
    }

    @Test
    void of_thousands_of_machines_those_made_last_are_asked_once() {
        String page = page(3_000, "name=x");

        assertThat(page)
                .contains("Shows executions of the 100 newest machines", "Searched 100 executions of each machine")
                .contains("<a href=\"/machines/arn:0\">m0</a>");
        assertThat(asked).hasSize(100).doesNotHaveDuplicates().contains("arn:2999", "arn:2900");
    }

    @Test
    void a_search_among_few_machines_looks_through_more_of_each() {
        assertThat(page(4, "name=x"))
                .contains("Searched 2,500 executions of each machine")
                .doesNotContain("made last");
        assertThat(asked).hasSize(100);
    }
}
