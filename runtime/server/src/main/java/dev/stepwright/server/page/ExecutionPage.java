package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.ListMapRuns;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Writes the page of an execution, and the one on which a task that waits is answered. */
final class ExecutionPage {
    private final Calls calls;
    private final Function<String, List<HistoryEntry>> histories;
    private final InstantSource clock;

    /**
     * @param histories the events of an execution by its ARN
     * @param clock tells how long has lasted what runs
     */
    ExecutionPage(Calls calls, Function<String, List<HistoryEntry>> histories, InstantSource clock) {
        this.calls = calls;
        this.histories = histories;
        this.clock = clock;
    }

    /** @param problem why what somebody wanted to do with it was refused; empty if nothing was */
    String of(String arn, String problem) {
        return of(arn, problem, new Form(Map.of()));
    }

    /**
     * @param query {@code hold} for a page that stays as it is while the execution runs; {@code find} for a text that the events shown have; {@code
     *     state} for a state to show
     */
    String of(String arn, String problem, Form query) {
        DescribeExecution.Answer execution =
                calls.now(DescribeExecution.Answer.class, "DescribeExecution", Calls.with("executionArn", arn));
        List<HistoryEntry> history = arn.contains(":express:") ? List.of() : histories.apply(arn);
        return history.isEmpty() ? withoutHistory(execution) : report(execution, history, problem, query);
    }

    private String report(DescribeExecution.Answer execution, List<HistoryEntry> history, String problem, Form query) {
        String arn = execution.executionArn();
        boolean isHeld = !query.text(Controls.HOLD).isEmpty();
        // Who is told of a problem shall have the time to read it.
        boolean isStill = execution.stopDate() != null || !problem.isEmpty() || isHeld;
        DescribeStateMachineForExecution.Answer machine = calls.now(
                DescribeStateMachineForExecution.Answer.class,
                "DescribeStateMachineForExecution",
                Calls.with("executionArn", arn));
        ExecutionReport report = ExecutionReport.of(
                        AslDocument.parse(machine.name(), machine.definition()).definition(), history)
                .titled(execution.name())
                .withWholeValuesAt(Pages.EXECUTION + arn)
                .withControls(controls(execution, history, problem, query))
                .searchedAt(
                        Pages.EXECUTION + arn,
                        isHeld ? Map.of(Controls.HOLD, "true") : Map.of(),
                        query.text("find"),
                        query.whole("state"))
                .asOf(clock.instant());
        report = report.linkedTo("/", Pages.ALL);
        report = execution.mapRunArn() == null
                ? report.linkedTo(Pages.MACHINE + machine.stateMachineArn(), machine.name())
                : report.linkedTo(Pages.MAP_RUN + execution.mapRunArn(), "Map Run");
        for (ListMapRuns.Item run : mapRuns(arn)) {
            report = report.leadingTo(Pages.MAP_RUN + run.mapRunArn(), words(run));
        }
        for (StartedExecution started : StartedExecution.of(history)) {
            report = report.leadingTo(Pages.EXECUTION + started.arn(), "Execution started by " + started.state());
        }
        return (isStill ? report : report.updatedBy(Pages.UPDATES)).toHtml();
    }

    private Markup controls(
            DescribeExecution.Answer execution, List<HistoryEntry> history, String problem, Form query) {
        Markup html = new Markup();
        String address = Pages.EXECUTION + execution.executionArn();
        html.open("div").attribute("class", "facts").text(facts(execution)).close("div");
        Controls.problem(html, problem);
        html.open("div").attribute("class", "controls");
        if (execution.status().equals("RUNNING")) {
            Controls.button(html, address, "stop", "Stop");
            boolean isStill = !query.text(Controls.HOLD).isEmpty() || !problem.isEmpty();
            Controls.hold(html, address, query.some("find", "state"), isStill);
            for (OpenCallback task : OpenCallback.of(history)) {
                Controls.link(html, address + "?callback=" + task.event(), "Answer " + task.state());
            }
            for (String activity : OpenCallback.activities(history)) {
                Controls.form(html, address);
                Controls.hidden(html, "activity", activity);
                Controls.submit(
                        html, "take", "Take the next task of " + activity.substring(activity.lastIndexOf(':') + 1));
                html.close("form");
            }
        }
        if (execution.redriveStatus().equals("REDRIVABLE")) {
            Controls.button(html, address, "redrive", "Redrive");
        }
        if (execution.mapRunArn() == null && isKept(execution.stateMachineArn())) {
            Controls.link(html, Designer.PATH + "/" + execution.stateMachineArn(), "Edit the machine");
            Controls.link(
                    html,
                    Pages.MACHINE + execution.stateMachineArn() + "?from=" + Form.encoded(execution.executionArn())
                            + "#start",
                    "Start another with this input");
        }
        return html.close("div").line();
    }

    /** Returns whether the machine can still be changed and started; whoever may not look at it learns that there. */
    private boolean isKept(String machineArn) {
        try {
            return !MachinePage.isDeleting(calls.machine(machineArn));
        } catch (ApiError e) {
            if (e.isAccessDenied()) {
                return true;
            }
            if (e.code().equals("StateMachineDoesNotExist")) {
                return false;
            }
            throw e;
        }
    }

    private static String facts(DescribeExecution.Answer execution) {
        int redrives = execution.redriveCount();
        return execution.executionArn() + (redrives == 0 ? "" : ", redriven " + Pages.times(redrives));
    }

    private List<ListMapRuns.Item> mapRuns(String executionArn) {
        return calls.now(ListMapRuns.Answer.class, "ListMapRuns", Calls.with("executionArn", executionArn))
                .mapRuns();
    }

    private String words(ListMapRuns.Item run) {
        DescribeMapRun.Answer now =
                calls.now(DescribeMapRun.Answer.class, "DescribeMapRun", Calls.with("mapRunArn", run.mapRunArn()));
        DescribeMapRun.Counts counts = now.executionCounts();
        long bad = counts.failed() + counts.timedOut() + counts.aborted();
        return "Map Run " + now.status() + ": " + counts.succeeded() + " of " + counts.total() + " executions succeeded"
                + (bad == 0 ? "" : ", " + bad + " did not");
    }

    /** AWS: Express executions of a Map Run have no history. */
    private static String withoutHistory(DescribeExecution.Answer execution) {
        HtmlPage page = new HtmlPage(execution.name());
        page.markup().open("nav");
        page.link(Pages.MAP_RUN + execution.mapRunArn(), "Map Run");
        page.markup().close("nav").line();
        page.element("h1", execution.name());
        page.markup().open("div").attribute("class", execution.status().toLowerCase(Locale.ROOT));
        page.element("span", "status", execution.status());
        page.element("p", "facts", "This is an Express execution of a Map Run; Express executions have no history.");
        page.markup().close("div").line();
        page.element("h2", "Input").element("pre", Objects.requireNonNullElse(execution.input(), ""));
        if (execution.output() != null) {
            page.element("h2", "Output").element("pre", execution.output());
        }
        if (execution.error() != null || execution.cause() != null) {
            page.element("h2", "What went wrong");
            page.element("p", "problem", Objects.requireNonNullElse(execution.error(), ""));
            page.element("pre", Objects.requireNonNullElse(execution.cause(), ""));
        }
        return page.end();
    }

    /**
     * Returns a value of an event, whole.
     *
     * @param event its number
     * @param name a member of its details
     * @throws ApiError if there is none
     */
    String value(String arn, String event, String name) {
        return histories.apply(arn).stream()
                .filter(entry -> String.valueOf(entry.id()).equals(event))
                .findFirst()
                .flatMap(entry -> ExecutionReport.value(entry, name))
                .orElseThrow(() ->
                        ApiError.of("ResourceNotFound", "Event #" + event + " has no " + name + ", or is not there."));
    }

    /**
     * Returns the page on which a task that waits is answered; empty if no task of that event waits.
     *
     * @param event the number of the event with which it was scheduled
     * @param sent what was sent and refused; empty fields if nothing was
     * @param problem why; empty if nothing was refused
     */
    Optional<String> callback(String arn, String event, Form sent, String problem) {
        if (!sent.text("activity").isEmpty()) {
            return Optional.of(activityTask(arn, sent, problem));
        }
        return OpenCallback.of(histories.apply(arn)).stream()
                .filter(task -> String.valueOf(task.event()).equals(event))
                .findFirst()
                .map(task -> callback(arn, task, sent, problem));
    }

    /**
     * Returns the page on which a task of an activity is answered that has been taken here.
     *
     * @param sent the {@code activity}, {@code token} and {@code input} of the task, and what was sent and refused
     */
    String activityTask(String arn, Form sent, String problem) {
        OpenCallback task =
                OpenCallback.taken(sent.text("activity"), sent.text("input"), sent.text("token"), historyOfTask(arn));
        return callback(arn, task, sent, problem);
    }

    /** Who takes a task of an activity has it, even of an execution that he or she may not look at. */
    private List<HistoryEntry> historyOfTask(String arn) {
        try {
            return histories.apply(arn);
        } catch (ApiError e) {
            if (e.isAccessDenied()) {
                return List.of();
            }
            throw e;
        }
    }

    private static String callback(String arn, OpenCallback task, Form sent, String problem) {
        HtmlPage page = new HtmlPage("Answer " + task.state());
        page.markup().open("nav");
        page.link(Pages.EXECUTION + arn, "Execution");
        page.markup().close("nav").line();
        page.element("h1", task.state());
        page.element(
                "div",
                "facts",
                task.event() == 0
                        ? "You have taken this task, so no other worker gets it. Answer it before you leave the page, or copy its token."
                        : "Waits for its task token; event #" + task.event());
        if (!task.limits().isEmpty()) {
            page.element("div", "facts", "Without an answer it times out " + task.limits() + ".");
        }
        Controls.problem(page.markup(), problem);
        page.element("h2", "Task input").element("pre", task.input());
        page.element("h2", "Report success");
        answer(page.markup(), arn, task);
        Controls.area(page.markup(), "Output", "output", sent.fields().getOrDefault("output", "{}"));
        Controls.submit(page.markup(), "succeed", "Send success");
        page.markup().close("form").line();
        page.element("h2", "Report failure");
        answer(page.markup(), arn, task);
        Controls.field(page.markup(), "Error", "error", sent.text("error"));
        Controls.field(page.markup(), "Cause", "cause", sent.text("cause"));
        Controls.submit(page.markup(), "fail", "Send failure");
        page.markup().close("form").line();
        page.element("h2", "Token").element("pre", task.token());
        return page.end();
    }

    private static void answer(Markup html, String arn, OpenCallback task) {
        Controls.form(html, Pages.EXECUTION + arn);
        if (task.event() == 0) {
            Controls.hidden(html, "activity", task.state());
            Controls.hidden(html, "input", task.input());
        }
        Controls.hidden(html, "callback", String.valueOf(task.event()));
        Controls.hidden(html, "token", task.token());
    }
}
