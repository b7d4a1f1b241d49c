package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.diagram.report.ExecutionReport;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.DescribeExecution;
import dev.stepwright.server.api.DescribeStateMachine;
import dev.stepwright.server.api.DescribeStateMachineForExecution;
import dev.stepwright.server.api.ListExecutions;
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
 * /executions/ARN}, the designer at {@code /designer}. They are made of what the operations of the API answer, and change nothing. All other
 * calls are the API's.
 */
public final class Pages implements HttpService {
    static final String MACHINE = "/machines/";
    static final String EXECUTION = "/executions/";

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
                && (path.equals("/") || path.startsWith(MACHINE) || path.startsWith(EXECUTION));
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
        List<HistoryEntry> history = histories.apply(arn);
        if (history.isEmpty()) {
            return Overview.withoutHistory(execution);
        }
        DescribeStateMachineForExecution.Answer machine =
                call(DescribeStateMachineForExecution.Answer.class, "DescribeStateMachineForExecution", request);
        ExecutionReport report = ExecutionReport.of(
                        AslDocument.parse(machine.name(), machine.definition()).definition(), history)
                .titled(execution.name())
                .linkedTo(MACHINE + machine.stateMachineArn(), machine.name());
        return (execution.stopDate() == null ? report.refreshedAfter(REFRESH) : report).toHtml();
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
