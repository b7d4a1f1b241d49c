package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.DescribeMapRun;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the page of a Map Run. */
final class MapRunPage {
    private final Calls calls;
    private final InstantSource clock;

    /** @param clock tells how long has lasted what runs */
    MapRunPage(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    String of(String arn, Form query) {
        DescribeMapRun.Answer run =
                calls.now(DescribeMapRun.Answer.class, "DescribeMapRun", Calls.with("mapRunArn", arn));
        String name = run.mapRunArn().substring(run.mapRunArn().lastIndexOf(':') + 1);
        boolean isRunning = run.stopDate() == null;
        boolean isHeld = !query.text(Controls.HOLD).isEmpty();
        HtmlPage page = new HtmlPage(name, isRunning && !isHeld ? Pages.UPDATES : null);
        page.markup().open("nav");
        page.link("/", Pages.ALL);
        page.link(Pages.EXECUTION + run.executionArn(), "Parent execution");
        page.markup().close("nav").line();
        page.markup().open("header").attribute("class", run.status().toLowerCase(Locale.ROOT));
        page.element("h1", "Map Run " + name);
        page.status(run.status());
        page.element("div", "facts", facts(run));
        page.markup().close("header").line();
        if (isRunning) {
            page.markup().open("div").attribute("class", "controls");
            Controls.hold(page.markup(), Pages.MAP_RUN + arn, query.some("status", "name", "after"), isHeld);
            page.markup().close("div").line();
        }
        counts(page, run);
        Selection selection = Selection.of(query);
        new ExecutionTable(page, Pages.MAP_RUN + arn, query.some(Controls.HOLD), selection, clock.instant())
                .titled("Executions")
                .links()
                .writeOfMapRun(selection.of(calls, "mapRunArn", arn));
        return page.end();
    }

    private static String facts(DescribeMapRun.Answer run) {
        return "started at " + ExecutionTable.time(run.startDate())
                + (run.stopDate() == null ? "" : ", ended at " + ExecutionTable.time(run.stopDate()))
                + (run.maxConcurrency() == 0 ? "" : ", at most " + run.maxConcurrency() + " at a time")
                + (run.redriveCount() == 0 ? "" : ", redriven " + Pages.times(run.redriveCount()));
    }

    private static void counts(HtmlPage page, DescribeMapRun.Answer run) {
        Map<String, Long> items = named(run.itemCounts());
        page.markup().open("table").open("tr");
        page.element("th", "");
        items.keySet().forEach(name -> page.element("th", name));
        page.markup().close("tr").line();
        row(page, "Items", items);
        row(page, "Executions", named(run.executionCounts()));
        page.markup().close("table").line();
    }

    private static void row(HtmlPage page, String name, Map<String, Long> counts) {
        page.markup().open("tr");
        page.element("td", name);
        counts.values().forEach(count -> page.element("td", "number", String.valueOf(count)));
        page.markup().close("tr").line();
    }

    private static Map<String, Long> named(DescribeMapRun.Counts counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("Pending", counts.pending());
        named.put("Running", counts.running());
        named.put("Succeeded", counts.succeeded());
        named.put("Failed", counts.failed());
        named.put("Timed out", counts.timedOut());
        named.put("Aborted", counts.aborted());
        named.put("Pending redrive", counts.pendingRedrive());
        named.put("Not redrivable", counts.failuresNotRedrivable());
        named.put("Total", counts.total());
        return named;
    }
}
