package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What somebody answers on the pages to tasks that wait. */
class AnsweredTasksTest extends SentFormsTest {
    private static final String APPROVAL = """
            {"StartAt": "Approve", "States": {"Approve": {"Type": "Task", "TimeoutSeconds": 900, "End": true,
              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": {"QueueUrl": "q", "MessageBody": {"note": "YXJuOnRoaXMgaXMgbm8gdG9rZW4gYXQgYWxsLCBidXQgbG9va3MgbGlrZSBvbmU", "token.$": "$$.Task.Token"}}}}}
            """;

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
}
