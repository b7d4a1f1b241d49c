package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/** What can be done on the pages: the forms on them, sent as a browser sends them. */
class ConsoleTest extends PageTest {
    private static final String WAITING =
            "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}";
    private static final String FAILING =
            "{\"StartAt\": \"Bad\", \"States\": {\"Bad\": {\"Type\": \"Fail\", \"Error\": \"Boom\"}}}";
    private static final String READING = """
            {"StartAt": "Read", "States": {
              "Read": {"Type": "Pass", "Parameters": {"id.$": "$.order.id", "sum.$": "States.MathAdd($.order.sum, 1)"}, "End": true}}}
            """;
    private static final String APPROVAL = """
            {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "TimeoutSeconds": 900, "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody": {"note": "YXJuOnRoaXMgaXMgbm8gdG9rZW4gYXQgYWxsLCBidXQgbG9va3MgbGlrZSBvbmU", "token.$": "$$.Task.Token"}}}}}
            """;

    /** Sends a form from a page of the server itself. */
    private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
        return send(path, fields, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    private HttpResponse<String> send(String path, Map<String, String> fields, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).POST(BodyPublishers.ofString(body(fields)));
        request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::setHeader);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String started(String machine, Map<String, String> fields) throws Exception {
        HttpResponse<String> answer = send("/machines/" + machine, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/executions/");
        return location.substring("/executions/".length());
    }

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
                .contains(
                        "<a href=\"/\">All state machines</a>",
                        "<td class=\"number\">running</td>",
                        "/designer/" + machine + "\">Edit the machine</a>");
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
    void a_task_that_waits_is_answered() throws Exception {
        String machine = server.machine("approval", APPROVAL);
        String good = started(machine, Map.of("name", "good"));
        String bad = started(machine, Map.of("name", "bad"));
        String page = callback(good);
        assertThat(page)
                .contains(
                        "<h1>Approve</h1>",
                        "Without an answer it times out after 900 s.",
                        "&quot;QueueUrl&quot;: &quot;q&quot;");
        Map<String, String> task = Map.of("callback", "3", "token", token(page));

        HttpResponse<String> refused =
                send("/executions/" + good, with(task, Map.of("action", "succeed", "output", "yes")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("role=\"alert\">Invalid", "\nyes</textarea>");

        assertThat(send("/executions/" + good, with(task, Map.of("action", "succeed", "output", "{\"by\": \"me\"}")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.end(good).output()).isEqualTo("{\"by\":\"me\"}");
        assertThat(get("/executions/" + good + "?callback=3").statusCode()).isEqualTo(404);

        HttpResponse<String> late = send("/executions/" + good, with(task, Map.of("action", "fail")));
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("role=\"alert\">", "role=\"status\">SUCCEEDED</span>");

        send(
                "/executions/" + bad,
                Map.of("callback", "3", "token", token(callback(bad)), "action", "fail", "error", "Refused"));
        assertThat(server.end(bad).error()).isEqualTo("Refused");
    }

    @Test
    void a_task_of_an_activity_is_taken_and_answered() throws Exception {
        String activity = server.client().createActivity(r -> r.name("paint")).activityArn();
        String machine = server.machine(
                "painting",
                "{\"StartAt\": \"Paint\", \"States\": {\"Paint\": {\"Type\": \"Task\", \"Resource\": \"" + activity
                        + "\", \"TimeoutSeconds\": 900, \"HeartbeatSeconds\": 600, \"End\": true}}}");
        String execution = started(machine, Map.of("name", "one", "input", "{\"colour\": \"<red>\"}"));
        String page;
        do {
            page = get("/executions/" + execution).body();
        } while (!page.contains("Take the next task of paint"));

        String taken = send("/executions/" + execution, Map.of("action", "take", "activity", activity))
                .body();
        Map<String, String> task = Map.of(
                "callback", "0", "activity", activity, "token", token(taken), "input", "{\"colour\": \"<red>\"}");
        HttpResponse<String> refused =
                send("/executions/" + execution, with(task, Map.of("action", "succeed", "output", "{")));

        assertThat(taken).contains("<h1>" + activity, "&quot;&lt;red&gt;&quot;").doesNotContain("<red>");
        assertThat(taken).contains("Without an answer it times out after 900 s, or after 600 s without a heartbeat");
        assertThat(get("/executions/" + execution).body()).doesNotContain("Take the next task");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("role=\"alert\">Invalid", "\n{</textarea>", "&lt;red&gt;")
                .contains("name=\"token\" value=\"" + token(taken));
        assertThat(send("/executions/" + execution, with(task, Map.of("action", "succeed", "output", "\"dry\"")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(server.end(execution).output()).isEqualTo("\"dry\"");
        assertThat(send(
                                "/executions/" + execution,
                                Map.of("action", "take", "activity", activity.replace("paint", "other")))
                        .body())
                .contains("Activity Does Not Exist");
    }

    private String callback(String execution) throws Exception {
        String page;
        do {
            page = get("/executions/" + execution).body();
        } while (!page.contains("?callback="));
        return get(first("href=\"([^\"]*\\?callback=[^\"]*)\">Answer Approve", page))
                .body();
    }

    private static String token(String page) {
        return first("name=\"token\" value=\"([^\"]*)\"", page);
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        return Stream.of(some, others)
                .flatMap(fields -> fields.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String first(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, none, 403",
        "Origin, http://evil.example, 403",
        "Origin, null, 403",
        "Origin, http://127.0.0.1:1, 403",
        "Accept, text/html, 403",
        "Origin, HERE, 303",
        "sec-fetch-site, same-origin, 303",
        "sec-fetch-site, Same-Origin, 403"
    })
    void a_form_of_another_site_does_nothing(String header, String value, int status) throws Exception {
        String machine = server.machine("order", RunningServer.PASS);
        String here = server.server().endpoint().toString();

        HttpResponse<String> answer =
                send("/machines/" + machine, Map.of(), Map.of(header, value.equals("HERE") ? here : value));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(server.client()
                        .listExecutions(r -> r.stateMachineArn(machine))
                        .executions())
                .hasSize(status == 303 ? 1 : 0);
    }

    @Test
    void a_form_of_another_type_does_nothing_and_no_other_site_may_frame_a_page() throws Exception {
        String machine = server.machine("order", RunningServer.PASS);
        Map<String, String> plain = Map.of("Sec-Fetch-Site", "same-origin", "Content-Type", "text/plain");

        assertThat(send("/machines/" + machine, Map.of(), plain).statusCode()).isEqualTo(403);
        assertThat(send("/machines/" + machine + "0", Map.of()).statusCode()).isEqualTo(404);
        assertThat(get("/machines/" + machine).headers().firstValue("Content-Security-Policy"))
                .hasValue("frame-ancestors 'none'");
        assertThat(get("/designer").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }

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

    @Test
    void the_page_of_an_execution_that_ended_leaves_nothing_to_stop() throws Exception {
        String execution = started(server.machine("order", RunningServer.PASS), Map.of());

        assertThat(server.end(execution).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(get("/executions/" + execution).body()).doesNotContain("value=\"stop\"", "value=\"redrive\"");
    }
}
