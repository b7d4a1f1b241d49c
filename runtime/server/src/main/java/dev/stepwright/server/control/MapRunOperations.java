package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListMapRuns;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.UpdateMapRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The operations on Map Runs, and the list of the executions in one. */
final class MapRunOperations {
    private final Engine engine;
    private final Executions executions;
    private final PageTokens tokens;

    MapRunOperations(Engine engine, Executions executions, PageTokens tokens) {
        this.engine = engine;
        this.executions = executions;
        this.tokens = tokens;
    }

    ListMapRuns.Answer list(ListMapRuns request) {
        String arn = executions
                .get(Arn.parse(request.executionArn(), "execution").text())
                .arn();
        List<MapRun> runs = engine.mapRuns().of(arn);
        Page<Numbered> page = Page.of(
                Stream.iterate(0, number -> number < runs.size(), number -> number + 1)
                        .map(number -> new Numbered(runs.size() - number, runs.get(number))),
                Numbered::key,
                new Page.Query("ListMapRuns " + arn, request.maxResults(), request.nextToken()),
                tokens);
        return new ListMapRuns.Answer(page.map(item -> item(item.run)), page.nextToken());
    }

    /** The newest comes first, and has the least number. */
    private record Numbered(int number, MapRun run) {
        String key() {
            return "%09d".formatted(number);
        }
    }

    private static ListMapRuns.Item item(MapRun run) {
        return new ListMapRuns.Item(run.executionArn(), run.arn(), run.machineArn(), run.startTime(), run.stopTime());
    }

    DescribeMapRun.Answer describe(DescribeMapRun request) {
        MapRun run = find(request.mapRunArn());
        return new DescribeMapRun.Answer(
                run.arn(),
                run.executionArn(),
                run.status().name(),
                run.startTime(),
                run.stopTime(),
                run.maxConcurrency(),
                run.toleratedPercentage(),
                run.toleratedCount(),
                counts(run.items()),
                counts(run.executions()),
                run.redriveCount(),
                run.redriveTime());
    }

    /** AWS: as many results are written as have succeeded, even where there is no ResultWriter. */
    private static DescribeMapRun.Counts counts(MapRun.Counts counts) {
        return new DescribeMapRun.Counts(
                counts.pending(),
                counts.running(),
                counts.succeeded(),
                counts.failed(),
                0,
                counts.aborted(),
                counts.total(),
                counts.succeeded(),
                0,
                counts.pendingRedrive());
    }

    Nothing update(UpdateMapRun request) {
        MapRun run = find(request.mapRunArn());
        MapRunTerms terms = new MapRunTerms(
                request.maxConcurrency() == null
                        ? null
                        : (Long) request.maxConcurrency().longValue(),
                request.toleratedFailurePercentage(),
                request.toleratedFailureCount());
        if (!engine.mapRuns().update(run.arn(), terms)) {
            throw ApiError.validation(
                    "CANNOT_UPDATE_COMPLETED_MAP_RUN",
                    "Map Run is completed and cannot be updated: '" + run.arn() + "'");
        }
        return new Nothing();
    }

    /** @throws ApiError {@code ResourceNotFound}, {@code InvalidArn} */
    private MapRun find(String arn) {
        return engine.mapRuns().find(Arn.parse(arn, "mapRun").text()).orElseThrow(ApiError::resourceNotFound);
    }

    /** Returns the executions of a Map Run, the newest first: those that run by their start, others by their end. */
    ListExecutions.Answer executions(ListExecutions request) {
        MapRun run = find(Objects.requireNonNull(request.mapRunArn()));
        String query = String.join(
                " ",
                "ListExecutions",
                run.arn(),
                String.valueOf(request.statusFilter()),
                String.valueOf(request.redriveFilter()));
        ExecutionSummary.Position after = request.nextToken() == null
                ? new ExecutionSummary.Position(Long.MAX_VALUE, 0)
                : ExecutionOperations.position(tokens.open(query, request.nextToken()));
        List<Placed> found = placed(engine.mapRuns().executions(run.arn())).stream()
                .filter(placed -> isWanted(placed.execution, request) && placed.position.compareTo(after) < 0)
                .sorted(Comparator.comparing(Placed::position).reversed())
                .limit(request.maxResults() + 1L)
                .toList();
        boolean isLast = found.size() <= request.maxResults();
        List<Placed> page = isLast ? found : found.subList(0, request.maxResults());
        return new ListExecutions.Answer(
                page.stream().map(placed -> item(placed.execution)).toList(),
                isLast ? null : tokens.issue(query, ExecutionOperations.text(page.get(page.size() - 1).position)));
    }

    /** An execution, and where it stands in the list. */
    private record Placed(ExecutionSummary.Position position, MapRunExecution execution) {}

    private static List<Placed> placed(List<MapRunExecution> executions) {
        List<Placed> all = new ArrayList<>();
        for (MapRunExecution execution : executions) {
            Instant begun =
                    execution.redriveTime() == null ? execution.identity().startTime() : execution.redriveTime();
            Instant moment = execution.stopTime() == null ? begun : execution.stopTime();
            all.add(new Placed(new ExecutionSummary.Position(moment.toEpochMilli(), all.size()), execution));
        }
        return all;
    }

    private static boolean isWanted(MapRunExecution execution, ListExecutions request) {
        boolean isRedriven = execution.redriveCount() > 0;
        return (request.statusFilter() == null || request.statusFilter().equals(status(execution)))
                && (request.redriveFilter() == null || request.redriveFilter().equals("REDRIVEN") == isRedriven);
    }

    static String status(MapRunExecution execution) {
        return execution.isPendingRedrive()
                ? "PENDING_REDRIVE"
                : execution.status().name();
    }

    /** Returns whether an execution has ended without success; its Map Run can be redriven. */
    static boolean hasFailed(MapRunExecution execution) {
        return !execution.isPendingRedrive()
                && execution.status() != ExecutionStatus.RUNNING
                && execution.status() != ExecutionStatus.SUCCEEDED;
    }

    private static ListExecutions.Item item(MapRunExecution execution) {
        return new ListExecutions.Item(
                execution.identity().arn(),
                execution.identity().machineArn(),
                execution.identity().name(),
                status(execution),
                execution.identity().startTime(),
                execution.stopTime(),
                execution.mapRunArn(),
                execution.items(),
                null,
                null,
                execution.redriveCount(),
                execution.redriveTime());
    }
}
