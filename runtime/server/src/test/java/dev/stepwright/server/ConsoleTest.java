package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** What can be done on the pages with machines and executions: the forms on them, sent as a browser sends them. */
class ConsoleTest extends SentFormsTest {
    private static final String WAITING =
            "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}";

    private static final String FAILING =
            "{\"StartAt\": \"Bad\", \"States\": {\"Bad\": {\"Type\": \"Fail\", \"Error\": \"Boom\"}}}";

    private static final String READING = """
            {"StartAt": "Read", "States": {
              "Read": {"Type": "Pass", "Parameters": {"id.$": "$.order.id", "sum.$": "States.MathAdd($.order.sum, 1)"}, "End": true}}}
            """;

    @Test
    void an_execution_is_started_with_the_input_that_the_machine_reads() throws Exception {
        String machine = server.machine("reading", READING);

        assertThat(get("/machines/" + machine).body())
                .contains("name=\"input\" rows=\"6\"")
                .contains(
                        "\n{\n  &quot;order&quot;: {\n    &quot;id&quot;: null,\n    &quot;sum&quot;: 0\n  }\n}</textarea>");

        String execution =
                started(machine, Map.of("name", " one ", "input", "{\r\n\"order\": {\"id\": \"ä&=+\", \"sum\": 1}}"));

        assertThat(execution).endsWith(":reading:one");
        assertThat(server.end(execution).output()).isEqualTo("{\"id\":\"ä&=+\",\"sum\":2}");
    }

    @Test
    void what_the_api_refuses_is_told_in_the_form_that_was_sent() throws Exception {
        String machine = server.machine("order", RunningServer.PASS);

        HttpResponse<String> refused = send("/machines/" + machine, Map.of("name", "a/b", "input", "{\"<b>\": 1}"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "<p class=\"problem\" role=\"alert\">Invalid Name: 'a/b'</p>",
                        "<details class=\"panel\" id=\"start\" open")
                .contains("value=\"a/b\"", "{&quot;&lt;b&gt;&quot;: 1}</textarea>");
        assertThat(send("/machines/" + machine, Map.of("input", "{")).body())
                .contains("Invalid State Machine Execution Input");
        assertThat(server.client()
                        .listExecutions(r -> r.stateMachineArn(machine))
                        .executions())
                .isEmpty();
    }

    @Test
    void an_express_machine_shows_what_has_come_of_a_run() throws Exception {
        String machine = server.client()
                .createStateMachine(r -> r.name("quick")
                        .type(StateMachineType.EXPRESS)
                        .definition(READING)
                        .roleArn(RunningServer.ROLE))
                .stateMachineArn();

        assertThat(send("/machines/" + machine, Map.of("name", "fast", "input", "{\"order\": {\"id\": 7, \"sum\": 1}}"))
                        .body())
                .contains("<h2>fast SUCCEEDED</h2>", "<pre>{&quot;id&quot;:7,&quot;sum&quot;:2}</pre>");
        assertThat(send("/machines/" + machine, Map.of()).body())
                .contains(" FAILED</h2>", "role=\"alert\">States.Runtime</p>");
    }

    @Test
    void an_execution_that_runs_is_stopped_and_one_that_was_is_redriven() throws Exception {
        String machine = server.machine("waiting", WAITING);
        String path = "/executions/" + started(machine, Map.of("name", "one"));
        assertThat(get(path).body()).contains("value=\"stop\"").doesNotContain("value=\"redrive\"");

        assertThat(send(path, Map.of("action", "stop")).headers().firstValue("Location"))
                .hasValue(path);

        assertThat(get(path).body())
                .contains("role=\"status\">ABORTED</span>", "value=\"redrive\"")
                .doesNotContain("value=\"stop\"");

        assertThat(send(path, Map.of("action", "redrive")).statusCode()).isEqualTo(303);

        assertThat(get(path).body())
                .contains("role=\"status\">RUNNING</span>", "value=\"stop\"", ":execution:waiting:one, redriven once<")
                .contains("<a href=\"/\">All state machines</a>", "/designer/" + machine + "\">Edit the machine</a>")
                .containsPattern("<td class=\"number\">[0-9.]+ m?s so far</td>");
        HttpResponse<String> refused = send(path, Map.of("action", "redrive"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\">").doesNotContain("http-equiv=\"refresh\"");
        assertThat(send(path, Map.of("action", "paint")).body()).contains("There is no action &quot;paint&quot;");
    }

    @Test
    void a_machine_that_is_being_deleted_or_gone_is_neither_edited_nor_started_from_an_execution() throws Exception {
        String machine = server.machine("going", WAITING);
        String path = "/executions/" + started(machine, Map.of("name", "one"));
        assertThat(get(path).body()).contains("Edit the machine", "Start another");

        server.client().deleteStateMachine(r -> r.stateMachineArn(machine));
        assertThat(get(path).body()).contains("value=\"stop\"").doesNotContain("Edit the machine", "Start another");

        send(path, Map.of("action", "stop"));
        assertThat(get(path).body()).contains(">ABORTED<").doesNotContain("Edit the machine", "Start another");
    }

    @Test
    void the_input_of_an_execution_is_there_to_start_again_with() throws Exception {
        String machine = server.machine("failing", FAILING);
        String execution = started(machine, Map.of("name", "one", "input", "{\"order\": 17}"));
        server.end(execution);

        String link = first(
                "href=\"(/machines/[^\"]*\\?from=[^\"#]*)#start\"",
                get("/executions/" + execution).body());

        assertThat(get(link).body()).contains("id=\"start\" open", "{&quot;order&quot;: 17}</textarea>");
    }

    @Test
    void the_page_of_an_execution_that_ended_leaves_nothing_to_stop() throws Exception {
        String execution = started(server.machine("order", RunningServer.PASS), Map.of());

        assertThat(server.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(get("/executions/" + execution).body()).doesNotContain("value=\"stop\"", "value=\"redrive\"");
    }
}
