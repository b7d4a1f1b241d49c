package dev.stepwright.server.control;

import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunTerms;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.ListMapRuns;
import dev.stepwright.server.api.Nothing;
import dev.stepwright.server.api.UpdateMapRun;
import java.util.List;
import java.util.stream.Stream;

/** The operations on Map Runs. */
final class MapRunOperations {
    private final Engine engine;
    private final Executions executions;
    private final MapRunExecutions children;
    private final PageTokens tokens;

    MapRunOperations(Engine engine, Executions executions, MapRunExecutions children, PageTokens tokens) {
        this.engine = engine;
        this.executions = executions;
        this.children = children;
        this.tokens = tokens;
    }

    ListMapRuns.Answer list(ListMapRuns request) {
        String arn = children.find(request.executionArn())
                .map(child -> child.identity().arn())
                .orElseGet(() -> executions.get(request.executionArn()).arn());
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
                counts.timedOut(),
                counts.aborted(),
                counts.total(),
                counts.succeeded(),
                counts.failuresNotRedrivable(),
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

    private MapRun find(String arn) {
        return find(engine, arn);
    }

    /** @throws ApiError {@code ResourceNotFound}, {@code InvalidArn} */
    static MapRun find(Engine engine, String arn) {
        return engine.mapRuns().find(Arn.parse(arn, "mapRun").text()).orElseThrow(ApiError::resourceNotFound);
    }
}
