package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.engine.MapRunNames;
import dev.stepwright.runtime.history.AwsHistory;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.history.HistoryEvent;
import dev.stepwright.server.api.GetExecutionHistory;
import java.util.List;

/** GetExecutionHistory. */
final class HistoryOperations {
    private final Engine engine;
    private final Executions executions;
    private final PageTokens tokens;

    HistoryOperations(Engine engine, Executions executions, PageTokens tokens) {
        this.engine = engine;
        this.executions = executions;
        this.tokens = tokens;
    }

    GetExecutionHistory.Answer history(GetExecutionHistory request) {
        String arn = Arn.parse(request.executionArn(), "execution").text();
        if (!isOfMapRun(arn)) {
            executions.get(arn); // it has to be there
        }
        String query = "GetExecutionHistory " + arn + " " + request.reverseOrder() + request.includeExecutionData();
        long after = request.nextToken() == null ? 0 : Long.parseLong(tokens.open(query, request.nextToken()));
        List<HistoryEntry> entries = request.reverseOrder()
                ? engine.historyBefore(arn, after, request.maxResults() + 1)
                : engine.history(arn, after, request.maxResults() + 1);
        boolean isLast = entries.size() <= request.maxResults();
        List<HistoryEntry> page = isLast ? entries : entries.subList(0, request.maxResults());
        return new GetExecutionHistory.Answer(
                page.stream()
                        .map(AwsHistory::of)
                        .map(event -> request.includeExecutionData() ? event : event.withoutData())
                        .map(HistoryEvent::toJson)
                        .toList(),
                isLast
                        ? null
                        : tokens.issue(
                                query, String.valueOf(page.get(page.size() - 1).id())));
    }

    /** Its history is asked for first: whoever tells of that tells of the execution too, but not the other way round. */
    private boolean isOfMapRun(String arn) {
        return MapRunNames.isOfChild(arn)
                && (!engine.history(arn, 0, 1).isEmpty()
                        || engine.mapRuns().execution(arn).isPresent());
    }
}
