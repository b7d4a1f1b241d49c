package dev.stepwright.server.control;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.MapRun;
import dev.stepwright.runtime.engine.MapRunExecution;
import dev.stepwright.runtime.store.ExecutionSummary;
import dev.stepwright.server.api.DataDetails;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.StopExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** What the operations on executions tell of those in a Map Run. */
final class MapRunExecutions {
    private static final String PENDING = "Execution is PENDING_REDRIVE and cannot be redriven";

    private final Engine engine;
    private final PageTokens tokens;

    MapRunExecutions(Engine engine, PageTokens tokens) {
        this.engine = engine;
        this.tokens = tokens;
    }

    /**
     * Returns a Standard execution of a Map Run; those of a labelled machine are.
     *
     * @throws dev.stepwright.server.api.ApiError {@code InvalidArn}
     */
    Optional<MapRunExecution> find(String executionArn) {
        return find(Arn.parse(executionArn, "execution"));
    }

    /**
     * Like {@link #find(String)}, but for Express executions too. AWS: those are described if they are of a Map Run.
     *
     * @throws dev.stepwright.server.api.ApiError {@code InvalidArn}
     */
    Optional<MapRunExecution> findOfAnyType(String executionArn) {
        return executionArn.contains("/") ? find(Arn.parse(executionArn, "execution", "express")) : find(executionArn);
    }

    private Optional<MapRunExecution> find(Arn arn) {
        return arn.name().contains("/") ? engine.mapRuns().execution(arn.text()) : Optional.empty();
    }

    /** Returns a stage that completes when an execution has ended, for good. One that has ended is left as it is. */
    CompletableFuture<StopExecution.Answer> stop(MapRunExecution child, StopExecution request) {
        String arn = child.identity().arn();
        return engine.mapRuns()
                .stop(arn, request.error(), request.cause())
                .thenApply(stopped -> new StopExecution.Answer(Objects.requireNonNull(
                        engine.mapRuns().execution(arn).orElse(child).stopTime())));
    }

    static DescribeExecution.Answer describe(MapRunExecution child) {
        ExecutionIdentity identity = child.identity();
        JsonNode output = child.output();
        String refusal = child.isPendingRedrive() ? PENDING : child.redriveRefusal();
        return new DescribeExecution.Answer(
                identity.arn(),
                identity.machineArn(),
                identity.name(),
                status(child),
                identity.startTime(),
                child.stopTime(),
                JsonText.compact(child.input()),
                DataDetails.INCLUDED,
                output == null ? null : JsonText.compact(output),
                output == null ? null : DataDetails.INCLUDED,
                null,
                child.mapRunArn(),
                child.error(),
                child.cause(),
                null,
                null,
                child.redriveCount(),
                child.redriveTime(),
                refusal == null ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE",
                refusal);
    }

    /** Returns the label of the Map. */
    static String label(MapRunExecution child) {
        String machine = child.identity().machineName();
        return machine.substring(machine.lastIndexOf('/') + 1);
    }

    /** AWS: the machine of an execution of a Map Run is what the Map does for each item. */
    String definition(Definition definition, MapRunExecution child) {
        String state =
                engine.mapRuns().find(child.mapRunArn()).map(MapRun::stateName).orElse("");
        return definition.parsed().scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(map -> map.name().equals(state))
                .map(map -> JsonText.compact(map.json().path("ItemProcessor")))
                .findFirst()
                .orElse(definition.text());
    }

    /** Returns the executions of a Map Run, the newest first: those that run by their start, others by their end. */
    ListExecutions.Answer list(ListExecutions request) {
        MapRun run = MapRunOperations.find(engine, Objects.requireNonNull(request.mapRunArn()));
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

    private static String status(MapRunExecution execution) {
        return execution.isPendingRedrive()
                ? "PENDING_REDRIVE"
                : execution.status().name();
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
