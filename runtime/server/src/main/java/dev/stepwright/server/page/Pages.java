package dev.stepwright.server.page;

import dev.stepwright.diagram.markup.Updates;
import dev.stepwright.runtime.engine.ExecutionStatus;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Cancellation;
import dev.stepwright.server.api.Operation;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import dev.stepwright.server.http.HttpService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pages for a browser: all machines and the newest executions at {@code /}, a machine at {@code /machines/ARN}, an execution at {@code
 * /executions/ARN}, a Map Run at {@code /mapruns/ARN}, the designer at {@code /designer}. They are made of what the operations of the API answer,
 * and so is what their forms do. All other calls are the API's.
 */
public final class Pages implements HttpService {
    static final String MACHINE = "/machines/";
    static final String EXECUTION = "/executions/";
    static final String MAP_RUN = "/mapruns/";

    /** What links to the first page say. */
    static final String ALL = "All state machines";

    private static final String SCRIPT = "/updates.js";

    /** What keeps the page of something that runs up to date. */
    static final Updates UPDATES = new Updates(SCRIPT, Duration.ofSeconds(2));

    private final HttpService api;
    private final OwnNames names;
    private final Overview overview;
    private final MachinePage machines;
    private final ExecutionPage executions;
    private final MapRunPage mapRuns;
    private final Actions actions;

    /**
     * Makes the pages of a server in which everybody may do everything.
     *
     * @param api who answers what is no page
     * @param operations by their names
     * @param histories the events of an execution by its ARN
     * @param counts of the executions of a machine by its ARN, in each status; empty if they cannot be counted
     * @param clock tells how long has lasted what runs
     * @param names by which browsers may call this server, besides localhost and addresses
     */
    public Pages(
            HttpService api,
            Map<String, Operation<?>> operations,
            Function<String, List<HistoryEntry>> histories,
            Function<String, Optional<Map<ExecutionStatus, Long>>> counts,
            InstantSource clock,
            List<String> names) {
        this(api, operations, histories, counts, clock, names, new Visitor(null, "http"));
    }

    /**
     * Who looks at pages.
     *
     * @param name of a user who is signed in; null where there are no users
     * @param scheme of the addresses by which programs call the server: {@code http} or {@code https}
     */
    public record Visitor(@Nullable String name, String scheme) {}

    /** Makes the pages that somebody sees. */
    public Pages(
            HttpService api,
            Map<String, Operation<?>> operations,
            Function<String, List<HistoryEntry>> histories,
            Function<String, Optional<Map<ExecutionStatus, Long>>> counts,
            InstantSource clock,
            List<String> names,
            Visitor visitor) {
        Calls calls = new Calls(operations, counts);
        this.api = api;
        this.names = new OwnNames(names);
        this.overview = new Overview(calls, clock, visitor);
        this.machines = new MachinePage(calls, clock);
        this.executions = new ExecutionPage(calls, histories, clock);
        this.mapRuns = new MapRunPage(calls, clock);
        this.actions = new Actions(calls, machines, executions);
    }

    @Override
    public CompletableFuture<HttpAnswer> serve(HttpCall call) {
        return (isOfProgram(call) ? Optional.<String>empty() : names.refusal(call))
                .map(Pages::refused)
                .orElseGet(() -> answer(call));
    }

    /** A script of the same origin may set any header, but whatever it posts has an {@code Origin}; what it gets has none. */
    private static boolean isOfProgram(HttpCall call) {
        return call.method().equals("POST")
                && call.headers().first("X-Amz-Target") != null
                && call.headers().first("Origin") == null;
    }

    private static CompletableFuture<HttpAnswer> refused(String reason) {
        return CompletableFuture.completedFuture(Html.told(403, "Refused", reason));
    }

    private CompletableFuture<HttpAnswer> answer(HttpCall call) {
        boolean isGet = call.method().equals("GET");
        if (isGet && (call.path().equals("/") || isBelow(call, MACHINE, EXECUTION, MAP_RUN))) {
            return answer(() -> CompletableFuture.completedFuture(shown(call)));
        }
        if (isGet && call.path().equals("/favicon.ico")) {
            return CompletableFuture.completedFuture(Html.icon());
        }
        if (isGet && call.path().equals(SCRIPT)) {
            return CompletableFuture.completedFuture(Designer.file(SCRIPT.substring(1), "text/javascript"));
        }
        if (call.method().equals("POST") && isBelow(call, MACHINE, EXECUTION)) {
            return OwnForms.refusal(call).map(Pages::refused).orElseGet(() -> answer(() -> actions.answer(call)));
        }
        return Designer.answer(call)
                .or(() -> isGet && isForReader(call) ? Optional.of(noPage(call)) : Optional.empty())
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> api.serve(call));
    }

    /** A browser cannot show what the API answers. */
    private static boolean isForReader(HttpCall call) {
        String accepted = call.headers().first("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private static HttpAnswer noPage(HttpCall call) {
        return Html.told(404, "Not found", "There is no page at " + call.path() + ".");
    }

    /** Returns how often something was done, in words. */
    static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static boolean isBelow(HttpCall call, String... folders) {
        return Stream.of(folders).anyMatch(call.path()::startsWith);
    }

    private static CompletableFuture<HttpAnswer> answer(Supplier<CompletableFuture<HttpAnswer>> action) {
        try {
            CompletableFuture<HttpAnswer> page = action.get();
            CompletableFuture<HttpAnswer> answer = page.exceptionally(Html::refused);
            Cancellation.of(answer, () -> page.cancel(false));
            return answer;
        } catch (RuntimeException | StackOverflowError e) {
            return CompletableFuture.completedFuture(Html.refused(e));
        }
    }

    private HttpAnswer shown(HttpCall call) {
        Form query = Form.parse(call.query());
        String value = query.text("value");
        return call.path().startsWith(EXECUTION) && !value.isEmpty()
                ? Html.text(executions.value(call.path().substring(EXECUTION.length()), query.text("event"), value))
                : Html.page(200, page(call, query));
    }

    private String page(HttpCall call, Form query) {
        String path = call.path();
        if (path.startsWith(MACHINE)) {
            return machines.of(path.substring(MACHINE.length()), query);
        }
        if (path.startsWith(MAP_RUN)) {
            return mapRuns.of(path.substring(MAP_RUN.length()), query);
        }
        if (path.equals("/")) {
            return overview.of(query, call.headers().first("Host"));
        }
        String arn = path.substring(EXECUTION.length());
        String callback = query.text("callback");
        return callback.isEmpty()
                ? executions.of(arn, "", query)
                : executions
                        .callback(arn, callback, new Form(Map.of()), "")
                        .orElseThrow(() -> ApiError.of(
                                "TaskDoesNotExist",
                                "No task that event #" + callback
                                        + " scheduled is waiting. It may have been answered or have timed out."));
    }
}
