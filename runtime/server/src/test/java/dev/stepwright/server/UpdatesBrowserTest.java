package dev.stepwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.json.JsonDocument;
import org.junit.jupiter.api.Test;

/** How the page of something that runs is kept up to date. */
class UpdatesBrowserTest extends BrowserTest {
    @Test
    void the_page_of_what_runs_is_kept_up_to_date_and_leaves_the_reader_alone() throws Exception {
        String machine = server.machine("asking", """
                {"StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Arguments": {
                    "QueueUrl": "https://sqs/1/q", "MessageBody": "{% $states.context.Task.Token %}"}, "Next": "Rest"},
                  "Rest": {"Type": "Wait", "Seconds": 1000, "End": true}}, "QueryLanguage": "JSONata"}""");
        String execution = server.client()
                .startExecution(r -> r.stateMachineArn(machine).input("{\"order\": 17}"))
                .executionArn();
        browser.open(address("/executions/" + execution), "document.querySelector('a[href*=callback]')");
        browser.run(
                "document.getElementById('event-2').open = true; const find = document.querySelector('[name=find]');"
                        + " find.value = 'Res'; find.focus()");

        server.client().sendTaskSuccess(r -> r.taskToken(token(execution)).output("{}"));
        browser.until("document.querySelector('tr a[href*=Rest]')");

        assertThat(browser.run(
                                "return [document.activeElement.value, document.getElementById('event-2').open,"
                                        + " document.getElementById('event-1').open, document.querySelector('script').dataset.every].join()")
                        .stringValue())
                .isEqualTo("Res,true,false,2");
        server.client().stopExecution(r -> r.executionArn(execution));
        browser.until("document.querySelector('.status').textContent === 'ABORTED'");
        assertThat(browser.run("return document.activeElement.value").stringValue())
                .isEqualTo("Res");
    }

    @Test
    void a_page_that_takes_long_is_asked_for_less_often() throws Exception {
        String machine = server.machine(
                "waiting",
                "{\"StartAt\": \"Rest\", \"States\": {\"Rest\": {\"Type\": \"Wait\", \"Seconds\": 1000, \"End\": true}}}");
        String execution =
                server.client().startExecution(r -> r.stateMachineArn(machine)).executionArn();
        browser.open(address("/executions/" + execution), "document.readyState === 'complete'");

        assertThat(browser.run("return [pause(30), pause(600), pause(3000)].join()")
                        .stringValue())
                .isEqualTo("2000,2400,12000");
    }

    private String token(String execution) {
        return server.client().getExecutionHistory(r -> r.executionArn(execution)).events().stream()
                .filter(event -> event.taskScheduledEventDetails() != null)
                .map(event -> JsonDocument.parse(
                                event.taskScheduledEventDetails().parameters())
                        .root()
                        .path("MessageBody")
                        .stringValue())
                .findFirst()
                .orElseThrow();
    }
}
