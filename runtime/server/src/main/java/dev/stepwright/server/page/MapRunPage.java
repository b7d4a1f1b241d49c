package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.HtmlPage;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.ListExecutions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the page of a Map Run. */
final class MapRunPage {
    private MapRunPage() {}

    /** @param refresh how often a browser loads it again while the run is running */
    static String of(DescribeMapRun.Answer run, List<ListExecutions.Item> executions, Duration refresh) {
        String name = run.mapRunArn().substring(run.mapRunArn().lastIndexOf(':') + 1);
        HtmlPage page = new HtmlPage(name, run.stopDate() == null ? refresh : null);
        page.markup().open("nav");
        page.link(Pages.EXECUTION + run.executionArn(), "The execution that the Map is in");
        page.markup().close("nav").line();
        page.markup().open("header").attribute("class", run.status().toLowerCase(Locale.ROOT));
        page.element("h1", "Map Run " + name);
        page.element("span", "status", run.status());
        page.element("div", "facts", facts(run));
        page.markup().close("header").line();
        counts(page, run);
        page.element("h2", "Executions");
        if (executions.size()
                < run.executionCounts().total() - run.executionCounts().pending()) {
            page.element("p", "facts", "The newest " + executions.size() + "; ListExecutions tells of all.");
        }
        Overview.executionsOfMapRun(page, executions);
        return page.end();
    }

    private static String facts(DescribeMapRun.Answer run) {
        return "started at " + Overview.time(run.startDate())
                + (run.stopDate() == null ? "" : ", ended at " + Overview.time(run.stopDate()))
                + (run.maxConcurrency() == 0 ? "" : ", at most " + run.maxConcurrency() + " at a time")
                + (run.redriveCount() == 0 ? "" : ", redriven " + run.redriveCount() + " times");
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
