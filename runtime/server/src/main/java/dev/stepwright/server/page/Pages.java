package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeMapRun;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.ListExecutions;
import dev.stepwright.server.api.ListMapRuns;
import dev.stepwright.server.api.ListStateMachines;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import dev.stepwright.server.http.HttpService;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Pages for a browser: all machines and the newest executions at {@code /}, a machine at {@code /machines/ARN}, an execution at {@code
 * /executions/ARN}, a Map Run at {@code /mapruns/ARN}, the designer at {@code /designer}. They are made of what the operations of the API answer,
 * and change nothing. All other calls are the API's.
 */
public final class Pages implements HttpService {
    static final String MACHINE = "/machines/";
    static final String EXECUTION = "/executions/";
    static final String MAP_RUN = "/mapruns/";

    private static final int MOST_MACHINES = 1_000;
    private static final int MOST_EXECUTIONS = 100;
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final HttpService api;
    private final Map<String, Operation<?>> operations;
    private final Function<String, List<HistoryEntry>> histories;

    /**
     * @param api who answers what is no page
     * @param operations by their names
     * @param histories the events of an execution by its ARN
     */
    public Pages(
            HttpService api, Map<String, Operation<?>> operations, Function<String, List<HistoryEntry>> histories) {
        this.api = api;
        this.operations = Map.copyOf(operations);
        this.histories = histories;
    }

    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        String path = call.path();
        boolean isPage = call.method().equals("GET")
                && (path.equals("/") || Stream.of(MACHINE, EXECUTION, MAP_RUN).anyMatch(path::startsWith));
        if (isPage) {
            return CompletableFuture.completedFuture(page(path));
        }
        return Designer.answer(call).map(CompletableFuture::completedFuture).orElseGet(() -> api.serve(call));
    }

    private HttpAnswer page(String path) {
        try {
            if (path.startsWith(MACHINE)) {
                return answer(200, machine(path.substring(MACHINE.length())));
            }
            if (path.startsWith(MAP_RUN)) {
                return answer(200, mapRun(path.substring(MAP_RUN.length())));
            }
            return answer(
                    200,
                    path.startsWith(EXECUTION)
                            ? execution(path.substring(EXECUTION.length()))
                            : Overview.of(machines(), newest()));
        } catch (ApiError e) {
            return answer(404, Overview.missing(String.valueOf(e.getMessage())));
        }
    }

    private List<ListStateMachines.Item> machines() {
        return call(ListStateMachines.Answer.class, "ListStateMachines", object().put("maxResults", MOST_MACHINES))
                .stateMachines()
                .stream()
                .sorted(Comparator.comparing(ListStateMachines.Item::name))
                .toList();
    }

    private List<ListExecutions.Item> newest() {
        return machines().stream()
                .filter(machine -> machine.type().equals("STANDARD"))
                .flatMap(machine -> executions(machine.stateMachineArn()))
                .sorted(Comparator.comparing(ListExecutions.Item::startDate).reversed())
                .limit(MOST_EXECUTIONS)
                .toList();
    }

    private Stream<ListExecutions.Item> executions(String machineArn) {
        return call(
                ListExecutions.Answer.class,
                "ListExecutions",
                object().put("stateMachineArn", machineArn).put("maxResults", MOST_EXECUTIONS))
                .executions()
                .stream();
    }

    private String machine(String arn) {
        DescribeStateMachine.Answer machine =
                call(DescribeStateMachine.Answer.class, "DescribeStateMachine", object().put("stateMachineArn", arn));
        return MachinePage.of(
                machine,
                machine.type().equals("STANDARD")
                        ? executions(machine.stateMachineArn()).toList()
                        : List.of());
    }

    private String execution(String arn) {
        ObjectNode request = object().put("executionArn", arn);
        DescribeExecution.Answer execution = call(DescribeExecution.Answer.class, "DescribeExecution", request);
        List<HistoryEntry> history = arn.contains(":express:") ? List.of() : histories.apply(arn);
        if (history.isEmpty()) {
            return Overview.withoutHistory(execution);
        }
        DescribeStateMachineForExecution.Answer machine =
                call(DescribeStateMachineForExecution.Answer.class, "DescribeStateMachineForExecution", request);
        ExecutionReport report = ExecutionReport.of(
                        AslDocument.parse(machine.name(), machine.definition()).definition(), history)
                .titled(execution.name());
        report = execution.mapRunArn() == null
                ? report.linkedTo(MACHINE + machine.stateMachineArn(), machine.name())
                : report.linkedTo(MAP_RUN + execution.mapRunArn(), "Map Run");
        for (ListMapRuns.Item run : mapRuns(arn)) {
            report = report.leadingTo(MAP_RUN + run.mapRunArn(), words(run));
        }
        return (execution.stopDate() == null ? report.refreshedAfter(REFRESH) : report).toHtml();
    }

    private List<ListMapRuns.Item> mapRuns(String executionArn) {
        return call(ListMapRuns.Answer.class, "ListMapRuns", object().put("executionArn", executionArn))
                .mapRuns();
    }

    private String words(ListMapRuns.Item run) {
        DescribeMapRun.Answer now = describe(run.mapRunArn());
        return "Map Run " + now.status() + ": " + now.executionCounts().succeeded() + " of "
                + now.executionCounts().total() + " executions have succeeded";
    }

    private DescribeMapRun.Answer describe(String mapRunArn) {
        return call(DescribeMapRun.Answer.class, "DescribeMapRun", object().put("mapRunArn", mapRunArn));
    }

    private String mapRun(String arn) {
        ObjectNode request = object().put("mapRunArn", arn).put("maxResults", MOST_EXECUTIONS);
        return MapRunPage.of(
                describe(arn),
                call(ListExecutions.Answer.class, "ListExecutions", request).executions(),
                REFRESH);
    }

    private <A extends Record> A call(Class<A> answer, String name, ObjectNode request) {
        Operation<?> operation = operations.get(name);
        if (operation == null) {
            throw new IllegalStateException("there is no operation " + name);
        }
        return answer.cast(operation.call(request).join());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static HttpAnswer answer(int status, String html) {
        return new HttpAnswer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
                html.getBytes(StandardCharsets.UTF_8));
    }
}
