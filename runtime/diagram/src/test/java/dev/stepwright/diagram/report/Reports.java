package dev.stepwright.diagram.report;

import dev.stepwright.diagram.course.Runs;
import java.util.List;
import java.util.stream.Stream;

/** An execution to report, and what a reader sees of its page. */
final class Reports {
    /** A task that succeeds when it is tried again, one that fails and is caught, and a state that fails. */
    static final String SAGA = """
            {"StartAt": "Again", "States": {
              "Again": {"Type": "Task", "Resource": "arn:aws:states:::once", "ResultPath": null, "Next": "Bad", "Retry": [{"ErrorEquals": ["Boom"], "IntervalSeconds": 2}]},
              "Bad": {"Type": "Task", "Resource": "arn:aws:states:::fail", "Next": "Done", "Catch": [{"ErrorEquals": ["Boom"], "Next": "Sorry"}]},
              "Done": {"Type": "Succeed"},
              "Sorry": {"Type": "Fail", "Error": "Refused", "Cause": "no <b>room</b>"}}}""";

    private Reports() {}

    static String html(String json, String input) {
        return ExecutionReport.of(Runs.definition(json), Runs.history(json, input))
                .titled("saga")
                .toHtml();
    }

    /** Returns the text of a page without its markup, style sheets and pictures; each element on a line of its own. */
    static List<String> lines(String html) {
        return Stream.of(html.replaceAll("(?s)<(style|svg)\\b.*?</\\1>", "")
                        .replaceAll("<[^>]*>", "\n")
                        .split("\n"))
                .map(line -> line.strip()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Returns the cells of the table of states. */
    static List<String> states(List<String> lines) {
        return lines.subList(lines.indexOf("Last error") + 1, lines.indexOf("Events"));
    }
}
