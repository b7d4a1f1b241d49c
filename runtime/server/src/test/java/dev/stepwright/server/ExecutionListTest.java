package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Which machines and executions the pages list. */
class ExecutionListTest extends SentFormsTest {
    private static final String FAILING =
            "{\"StartAt\": \"Bad\", \"States\": {\"Bad\": {\"Type\": \"Fail\", \"Error\": \"Boom\"}}}";

    @Test
    void executions_are_selected_by_status_and_name_and_come_in_pages() throws Exception {
        String order = server.machine("order", RunningServer.PASS);
        String failing = server.machine("failing", FAILING);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            String name = (i % 2 == 0 ? "even-" : "odd-") + i;
            all.add(server.client()
                    .startExecution(r -> r.stateMachineArn(order).name(name))
                    .executionArn());
        }
        all.forEach(server::end);
        server.end(started(failing, Map.of("name", "odd-failure")));

        String first = get("/machines/" + order).body();
        String older = get(first("<a href=\"([^\"]*)\">Older</a>", first)).body();
        assertThat(names(first)).hasSize(100);
        assertThat(names(older)).hasSize(20).doesNotContainAnyElementsOf(names(first));
        assertThat(older).contains(">Newest</a>").doesNotContain(">Older</a>");
        // What is asked for is below the picture, or below all machines: the browser is to show it.
        assertThat(first).contains("action=\"/machines/" + order + "#executions\"", "#executions\">Older</a>");
        assertThat(get("/").body())
                .contains(
                        "action=\"/#executions\"",
                        "<a href=\"#executions\">",
                        "<h2 id=\"executions\">Newest executions");
        assertThat(names(get("/machines/" + order + "?name=odd-").body()))
                .hasSize(60)
                .allMatch(name -> name.startsWith("odd-"));
        assertThat(get("/machines/" + order + "?status=FAILED").body())
                .contains("No execution matches this filter.", "<option selected=\"\">FAILED");
        assertThat(names(get("/?status=FAILED").body())).containsExactly("odd-failure");
        assertThat(names(get("/?name=odd-f").body())).containsExactly("odd-failure");
        assertThat(get("/?status=PAINTED").statusCode()).isEqualTo(400);
        assertThat(get("/machines/" + order + "?after=x").statusCode()).isEqualTo(400);
    }

    @Test
    void the_first_page_has_machines_beyond_those_of_one_call() throws Exception {
        for (int i = 0; i <= 1_000; i++) {
            server.machine("m" + i, RunningServer.PASS);
        }

        assertThat(get("/").body()).contains(">m0</a>", ">m1000</a>");
    }

    private static List<String> names(String page) {
        return Pattern.compile("<a href=\"/executions/[^\"]*\">([^<]*)</a>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
