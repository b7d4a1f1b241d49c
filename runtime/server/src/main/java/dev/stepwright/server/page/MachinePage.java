package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.diagram.markup.Markup;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.StartSyncExecution;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the page of a state machine. */
final class MachinePage {
    private final Calls calls;
    private final InstantSource clock;

    /** @param clock tells how long has lasted what runs */
    MachinePage(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What somebody has wanted to start, and what has come of it.
     *
     * @param problem why it was refused; empty if it was not
     * @param run the execution of an Express machine; null if there was none
     */
    record Start(String name, String input, String problem, StartSyncExecution.@Nullable Answer run) {}

    /** Returns the page; {@code from} in the query names an execution with whose input the next one is to begin. */
    String of(String arn, Form query) {
        DescribeStateMachine.Answer machine = calls.machine(arn);
        String from = query.text("from");
        Start start = from.isEmpty() ? null : new Start("", input(from), "", null);
        return page(machine, Selection.of(query), start);
    }

    private String input(String executionArn) {
        return Objects.requireNonNullElse(
                calls.now(DescribeExecution.Answer.class, "DescribeExecution", Calls.with("executionArn", executionArn))
                        .input(),
                "");
    }

    String of(String arn, Start start) {
        return page(calls.machine(arn), new Selection("", "", ""), start);
    }

    private String page(DescribeStateMachine.Answer machine, Selection selection, @Nullable Start start) {
        StateMachineDefinition definition =
                AslDocument.parse(machine.name(), machine.definition()).definition();
        HtmlPage page = new HtmlPage(machine.name());
        head(page, machine);
        if (isDeleting(machine)) {
            Controls.problem(page.markup(), start == null ? "" : start.problem());
            page.element("p", "facts", "It is being deleted: it starts no execution, and goes when its last one ends.");
        } else {
            start(page.markup(), machine, definition, start);
        }
        page.markup().line();
        page.picture(Diagram.of(definition).titled(machine.name()).toSvg());
        executions(page, machine, selection);
        page.element("h2", "Definition");
        page.markup().open("details");
        page.element("summary", "ASL").element("pre", Layout.ofOneLine(machine.definition()));
        page.markup().close("details").line();
        return page.end();
    }

    private static void head(HtmlPage page, DescribeStateMachine.Answer machine) {
        page.markup().open("nav");
        page.link("/", Pages.ALL);
        if (!isDeleting(machine)) {
            page.link(Designer.PATH + "/" + machine.stateMachineArn(), "Edit");
        }
        page.link(ExecutionTable.PLACE, "Executions");
        page.markup().close("nav").line();
        page.element("h1", machine.name())
                .element("div", "facts", machine.type() + ", " + machine.status() + ", " + machine.stateMachineArn());
    }

    static boolean isDeleting(DescribeStateMachine.Answer machine) {
        return machine.status().equals("DELETING");
    }

    private static void start(
            Markup html,
            DescribeStateMachine.Answer machine,
            StateMachineDefinition definition,
            @Nullable Start start) {
        html.open("details").attribute("class", "panel").attribute("id", "start");
        if (start != null) {
            html.attribute("open", "");
        }
        html.open("summary").text("Start an execution").close("summary");
        Controls.problem(html, start == null ? "" : start.problem());
        Controls.form(html, Pages.MACHINE + machine.stateMachineArn());
        Controls.field(html, "Name (optional)", "name", start == null ? "" : start.name());
        Controls.area(html, "Input", "input", start == null ? InputSkeleton.textOf(definition) : start.input());
        Controls.submit(html, "start", "Start");
        html.close("form");
        if (start != null && start.run() != null) {
            run(html, start.run());
        }
        html.close("details").line();
    }

    private static void run(Markup html, StartSyncExecution.Answer run) {
        html.open("h2").text(run.name() + " " + run.status()).close("h2");
        Controls.problem(html, Objects.requireNonNullElse(run.error(), ""));
        String told = Objects.requireNonNullElse(run.output(), Objects.requireNonNullElse(run.cause(), ""));
        if (!told.isEmpty()) {
            html.open("pre").text(told).close("pre");
        }
    }

    private void executions(HtmlPage page, DescribeStateMachine.Answer machine, Selection selection) {
        String arn = machine.stateMachineArn();
        ExecutionTable table =
                new ExecutionTable(page, Pages.MACHINE + arn, selection, clock.instant()).titled("Executions");
        if (machine.type().equals("EXPRESS")) {
            page.element(
                    "p",
                    "facts",
                    "Executions of Express machines are not kept. They are in the machine's log, if it has one.");
            return;
        }
        StatusCounts.of(calls, arn).ifPresent(table::counts);
        table.filter().writeOfMachine(selection.of(calls, "stateMachineArn", arn));
    }
}
