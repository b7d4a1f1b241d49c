package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.ListExecutions;
import java.util.List;

/** Writes the page of a state machine. */
final class MachinePage {
    private MachinePage() {}

    static String of(DescribeStateMachine.Answer machine, List<ListExecutions.Item> executions) {
        HtmlPage page = new HtmlPage(machine.name(), null);
        page.markup().open("nav");
        page.link("/", "All state machines");
        page.markup().text(" ");
        page.link(Designer.PATH + "/" + machine.stateMachineArn(), "Edit");
        page.markup().close("nav").line();
        page.element("h1", machine.name())
                .element("div", "facts", machine.type() + ", " + machine.status() + ", " + machine.stateMachineArn());
        page.markup().line().open("div").attribute("class", "picture");
        page.markup()
                .raw(Diagram.of(AslDocument.parse(machine.name(), machine.definition())
                                .definition())
                        .titled(machine.name())
                        .toSvg())
                .close("div")
                .line();
        page.element("h2", "Executions");
        if (machine.type().equals("STANDARD")) {
            Overview.executions(page, executions);
        } else {
            page.element("p", "facts", "Executions of an Express machine are not kept; its log has them.");
        }
        page.element("h2", "Definition");
        page.markup().open("details");
        page.element("summary", "ASL").element("pre", machine.definition());
        page.markup().close("details").line();
        return page.end();
    }
}
