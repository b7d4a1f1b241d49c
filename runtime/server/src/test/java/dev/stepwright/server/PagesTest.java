package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** What a browser is shown. */
class PagesTest {
    private static final String HOSTILE = """
            {"StartAt": "<b>&1", "States": {"<b>&1": {"Type": "Fail", "Error": "<script>alert(1)</script>", "Cause": "\\"&"}}}
            """;
    private static final String ROWS = """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "ToleratedFailurePercentage": 100, "End": true, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
              "StartAt": "Bad", "States": {"Bad": {"Type": "Fail", "Error": "TooBig"}}}}}}
            """;
    private static final String WAITING =
            "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}";

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpResponse<String> get(RunningServer server, String path) throws IOException, InterruptedException {
        URI address = URI.create(server.server().endpoint() + path);
        return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void the_first_page_leads_to_machines_and_executions() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            assertThat(get(server, "/").body())
                    .contains(
                            "There are no state machines yet.",
                            "--endpoint-url " + server.server().endpoint() + " ");

            String machine = server.machine("order", RunningServer.PASS);
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine).name("order-17"))
                    .executionArn();
            server.end(execution);
            HttpResponse<String> page = get(server, "/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(page.body())
                    .contains("<a href=\"/machines/" + machine + "\">order</a>")
                    .contains("<a href=\"/executions/" + execution
                            + "\">order-17</a></td><td class=\"succeeded\"><span class=\"status\">SUCCEEDED</span>");
            assertThat(get(server, "/favicon.ico").headers().firstValue("Content-Type"))
                    .hasValue("image/svg+xml; charset=utf-8");
            assertThat(get(server, "/machines/" + machine).body())
                    .contains("data-state=\"Done\"", "<a href=\"/executions/" + execution + "\">order-17</a>")
                    .contains("<a href=\"#executions\">", "<h2 id=\"executions\">");
            assertThat(get(server, "/executions/" + execution).body())
                    .contains(
                            "<h1>order-17</h1>",
                            "<a href=\"/machines/" + machine + "\">order</a>",
                            "<summary>Output</summary><pre>",
                            "ExecutionSucceeded")
                    .doesNotContain("http-equiv=\"refresh\"");
        }
    }

    @Test
    void the_pages_count_executions_by_status_and_lead_to_them() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String waiting = server.machine("waiting", WAITING);
            for (int i = 0; i < 2; i++) {
                server.client().startExecution(r -> r.stateMachineArn(waiting));
            }
            String stopped = server.client()
                    .startExecution(r -> r.stateMachineArn(waiting))
                    .executionArn();
            server.client().stopExecution(r -> r.executionArn(stopped));
            String address = "/machines/" + waiting + "?status=%s#executions";

            String all = get(server, "/").body();
            String machine =
                    get(server, "/machines/" + waiting + "?status=RUNNING").body();

            assertThat(all)
                    .contains("<th>Running</th><th>Succeeded</th><th>Failed</th><th>Timed out</th><th>Aborted</th>")
                    .contains("<td class=\"number running\"><a class=\"status\" href=\"" + address.formatted("RUNNING")
                            + "\">2</a></td><td class=\"number succeeded\"><span class=\"facts\">0</span></td>")
                    .contains("<td class=\"number aborted\"><a class=\"status\" href=\"" + address.formatted("ABORTED")
                            + "\">1</a></td>");
            assertThat(machine)
                    .contains("<a href=\"" + address.formatted("RUNNING") + "\" aria-current=\"page\">2 Running</a>")
                    .contains("<a href=\"" + address.formatted("ABORTED") + "\">1 Aborted</a>")
                    .doesNotContain("0 Failed");
        }
    }

    @Test
    void who_mistypes_an_address_in_a_browser_is_told_on_a_page_and_a_program_as_the_api_does() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            URI address = URI.create(server.server().endpoint() + "/execution/%3Cb%3E");

            HttpResponse<String> page = browser.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            HttpResponse<String> answer = get(server, "/execution");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.body()).contains("There is no page at /execution/&lt;b&gt;.", "<a href=\"/\">");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("UnknownOperationException");
        }
    }

    @Test
    void an_execution_that_runs_is_shown_as_far_as_it_is_and_again() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("waiting", WAITING);
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn();

            assertThat(get(server, "/executions/" + execution).body())
                    .contains("<script src=\"/updates.js\" data-every=\"2\"", "role=\"status\">RUNNING</span>")
                    .contains("<noscript><meta http-equiv=\"refresh\" content=\"2\"")
                    .contains("<a href=\"/executions/" + execution + "?hold=true\">Pause updates</a>")
                    .contains("<summary>Input</summary>")
                    .doesNotContain("<summary>Output</summary>");
            assertThat(get(server, "/executions/" + execution + "?hold=true").body())
                    .contains("<a href=\"/executions/" + execution + "\">Resume updates</a>")
                    .doesNotContain("http-equiv=\"refresh\"", "<script");
            assertThat(get(server, "/executions/" + execution + "?find=a+%26&state=%20Rest")
                            .body())
                    .contains("?find=a+%26&amp;state=+Rest&amp;hold=true\">Pause updates</a>", ">State  Rest<");
            assertThat(get(server, "/executions/" + execution + "?hold=true&state=Rest")
                            .body())
                    .contains("?state=Rest\">Resume updates</a>", "?hold=true&amp;state=Rest#state\"");
            assertThat(get(server, "/updates.js").headers().firstValue("Content-Type"))
                    .hasValue("text/javascript; charset=utf-8");
        }
    }

    @Test
    void a_machine_that_is_being_deleted_is_neither_edited_nor_started() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("waiting", WAITING);
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine))
                    .executionArn();
            String before = get(server, "/machines/" + machine).body();

            server.client().deleteStateMachine(r -> r.stateMachineArn(machine));
            String page = get(server, "/machines/" + machine).body();

            assertThat(before).contains(">Edit</a>", "Start an execution").doesNotContain("being deleted");
            assertThat(page)
                    .contains("It is being deleted", "<a href=\"/executions/" + execution + "\">")
                    .doesNotContain(">Edit</a>", "Start an execution");
        }
    }

    @Test
    void an_express_machine_has_a_picture_and_no_executions() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.client()
                    .createStateMachine(r -> r.name("quick")
                            .type(StateMachineType.EXPRESS)
                            .definition(RunningServer.PASS)
                            .roleArn(RunningServer.ROLE))
                    .stateMachineArn();

            assertThat(get(server, "/").body()).contains("EXPRESS", "No executions yet.");
            assertThat(get(server, "/machines/" + machine).body())
                    .contains("data-state=\"Done\"", "Executions of Express machines are not kept");
        }
    }

    @Test
    void a_map_run_leads_from_its_execution_to_each_of_its_own() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            SfnClient sfn = server.client();
            String machine = server.machine("rows", ROWS.formatted("STANDARD"));
            String execution = sfn.startExecution(
                            r -> r.stateMachineArn(machine).input("[7]"))
                    .executionArn();
            server.end(execution);
            String run = mapRun(sfn, execution);
            String child = child(sfn, run);

            assertThat(get(server, "/executions/" + execution).body())
                    .contains("<a href=\"/mapruns/" + run
                            + "\">Map Run SUCCEEDED: 0 of 1 executions succeeded, 1 did not</a>");
            assertThat(get(server, "/mapruns/" + run).body())
                    .contains("<a href=\"/executions/" + execution + "\">")
                    .contains("<th>Not redrivable</th>", "<td>Items</td>")
                    .contains("<a href=\"/executions/" + child + "\">")
                    .doesNotContain("The newest", "http-equiv=\"refresh\"");
            assertThat(get(server, "/mapruns/" + run + "?hold=true&status=FAILED&after=")
                            .body())
                    .contains("<a href=\"/mapruns/" + run + "?hold=true#executions\">any</a>")
                    .contains("?hold=true&amp;status=FAILED#executions\" aria-current=\"page\">FAILED</a>");
            assertThat(get(server, "/executions/" + child).body())
                    .contains("<a href=\"/mapruns/" + run + "\">Map Run</a>")
                    .contains("data-state=\"Bad\"", "role=\"status\">FAILED</span>", "<pre>7</pre>", "TooBig");
            assertThat(get(server, "/mapruns/" + run + "0").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void of_an_express_execution_of_a_map_run_is_shown_what_is_known() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            SfnClient sfn = server.client();
            String machine = server.machine("rows", ROWS.formatted("EXPRESS"));
            String execution = sfn.startExecution(
                            r -> r.stateMachineArn(machine).input("[7]"))
                    .executionArn();
            server.end(execution);
            String run = mapRun(sfn, execution);

            assertThat(get(server, "/executions/" + child(sfn, run)).body())
                    .contains("<a href=\"/mapruns/" + run + "\">Map Run</a>")
                    .contains("<span class=\"status\">FAILED</span>", "<pre>7</pre>", "TooBig", "have no history");
        }
    }

    private static String mapRun(SfnClient sfn, String execution) {
        return sfn.listMapRuns(r -> r.executionArn(execution)).mapRuns().get(0).mapRunArn();
    }

    private static String child(SfnClient sfn, String run) {
        return sfn.listExecutions(r -> r.mapRunArn(run)).executions().get(0).executionArn();
    }

    @Test
    void a_value_that_is_cut_is_shown_whole_as_a_text_of_its_own() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("order", RunningServer.PASS);
            String input = "\"<script>" + "x".repeat(30_000) + "\"";
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine).input(input))
                    .executionArn();
            server.end(execution);
            String address = "/executions/" + execution + "?event=1&value=";

            assertThat(get(server, "/executions/" + execution).body())
                    .contains("<a href=\"" + address.replace("&", "&amp;") + "input\">Show all</a>");
            HttpResponse<String> whole = get(server, address + "input");
            assertThat(whole.body()).isEqualTo(input);
            assertThat(whole.headers().map())
                    .containsEntry("content-type", List.of("text/plain; charset=utf-8"))
                    .containsEntry("x-content-type-options", List.of("nosniff"));
            assertThat(get(server, address + "output").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void an_execution_leads_to_those_that_it_has_started() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String inner = server.machine("inner", RunningServer.PASS);
            String outer = server.machine("outer", """
                    {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                      "Parameters": {"StateMachineArn": "%s", "Input": {}}, "End": true}}}
                    """.formatted(inner));
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(outer))
                    .executionArn();
            server.end(execution);
            String started = server.client()
                    .listExecutions(r -> r.stateMachineArn(inner))
                    .executions()
                    .get(0)
                    .executionArn();

            String page = get(server, "/executions/" + execution).body();

            assertThat(page).containsOnlyOnce("<a href=\"/executions/" + started + "\">Execution started by Call</a>");
            assertThat(get(server, "/executions/" + started).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void events_are_found_by_what_is_in_them() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("order", RunningServer.PASS);
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine).input("{\"note\": \"<i>\"}"))
                    .executionArn();
            server.end(execution);

            String found = get(server, "/executions/" + execution + "?find=stateENTERED")
                    .body();

            assertThat(found).contains("PassStateEntered</span>", "1 of 4").doesNotContain("PassStateExited</span>");
            assertThat(get(server, "/executions/" + execution + "?find=%3Ci%3E").body())
                    .contains("value=\"&lt;i&gt;\"", "4 of 4");
        }
    }

    @Test
    void names_and_data_are_never_markup() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String machine = server.machine("hostile", HOSTILE);
            String execution = server.client()
                    .startExecution(r -> r.stateMachineArn(machine).input("\"</pre><script>\""))
                    .executionArn();
            server.end(execution);

            for (String path : new String[] {"/machines/" + machine, "/executions/" + execution}) {
                HttpResponse<String> page = get(server, path);
                assertThat(page.statusCode()).as(path).isEqualTo(200);
                assertThat(page.body()).as(path).contains("&lt;b&gt;&amp;1").doesNotContain("<script>", "<b>&");
            }
        }
    }

    @Test
    void what_is_not_there_is_told() throws Exception {
        try (RunningServer server = RunningServer.start()) {
            String arn = "arn:aws:states:us-east-1:123456789012:execution:order:gone";

            HttpResponse<String> gone = get(server, "/executions/" + arn);
            HttpResponse<String> odd = get(server, "/machines/%3Cscript%3E");

            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(gone.body()).contains("Execution Does Not Exist: '" + arn + "'", "<a href=\"/\">");
            assertThat(odd.statusCode()).isEqualTo(404);
            assertThat(odd.body()).contains("&lt;script&gt;").doesNotContain("<script>");
            assertThat(get(server, "/other").body()).contains("UnknownOperationException");
        }
    }
}
