package dev.stepwright.server.page;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.server.api.ApiError;
import dev.stepwright.server.api.Cancellation;
import dev.stepwright.server.api.GetActivityTask;
import dev.stepwright.server.api.StartExecution;
import dev.stepwright.server.api.StartSyncExecution;
import dev.stepwright.server.http.HttpAnswer;
import dev.stepwright.server.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Does what forms of the pages ask for: starts executions, stops and redrives them, answers tasks that wait. */
final class Actions {
    /** What the history calls whoever takes the task of an activity on a page. */
    private static final String WORKER = "browser";

    private final Calls calls;
    private final MachinePage machines;
    private final ExecutionPage executions;

    Actions(Calls calls, MachinePage machines, ExecutionPage executions) {
        this.calls = calls;
        this.machines = machines;
        this.executions = executions;
    }

    /** Returns the page to look at then. What the API refuses is on the page that the form was on. */
    CompletableFuture<HttpAnswer> answer(HttpCall call) {
        Form form = Form.parse(new String(call.body(), StandardCharsets.UTF_8));
        return call.path().startsWith(Pages.MACHINE)
                ? start(call.path().substring(Pages.MACHINE.length()), form)
                : change(call.path().substring(Pages.EXECUTION.length()), form);
    }

    private CompletableFuture<HttpAnswer> start(String arn, Form form) {
        boolean isExpress = calls.machine(arn).type().equals("EXPRESS");
        ObjectNode request = Calls.with("stateMachineArn", arn);
        putUnlessEmpty(request, "name", form);
        putUnlessEmpty(request, "input", form);
        return done(
                calls.later(isExpress ? "StartSyncExecution" : "StartExecution", request),
                answer -> answer instanceof StartSyncExecution.Answer run
                        ? Html.page(200, machines.of(arn, started(form, "", run)))
                        : seeOther(Pages.EXECUTION + ((StartExecution.Answer) answer).executionArn()),
                problem -> machines.of(arn, started(form, problem, null)));
    }

    private static MachinePage.Start started(Form form, String problem, StartSyncExecution.@Nullable Answer run) {
        return new MachinePage.Start(form.text("name"), form.text("input"), problem, run);
    }

    private CompletableFuture<HttpAnswer> change(String arn, Form form) {
        String action = form.text("action");
        ObjectNode execution = Calls.with("executionArn", arn);
        ObjectNode task = Calls.with("taskToken", form.text("token"));
        return switch (action) {
            case "stop" -> changed(arn, calls.later("StopExecution", execution));
            case "redrive" -> changed(arn, calls.later("RedriveExecution", execution));
            case "take" ->
                done(
                        calls.later(
                                "GetActivityTask",
                                Calls.with("activityArn", form.text("activity")).put("workerName", WORKER)),
                        answer -> taken(arn, form.text("activity"), (GetActivityTask.Answer) answer),
                        problem -> executions.of(arn, problem));
            case "succeed" ->
                answered(arn, form, calls.later("SendTaskSuccess", task.put("output", form.text("output"))));
            case "fail" -> {
                putUnlessEmpty(task, "error", form);
                putUnlessEmpty(task, "cause", form);
                yield answered(arn, form, calls.later("SendTaskFailure", task));
            }
            default ->
                throw ApiError.validation("There is no action \"" + action
                        + "\". Use the buttons on the page of the machine or execution.");
        };
    }

    /** The token is not in any history: the page that has it is the answer itself. */
    private HttpAnswer taken(String arn, String activity, GetActivityTask.Answer task) {
        if (task.taskToken() == null) {
            return Html.page(200, executions.of(arn, "No task of this activity is waiting any more."));
        }
        String input =
                JsonText.pretty(JsonDocument.parse(String.valueOf(task.input())).root());
        Form taken = new Form(Map.of("activity", activity, "token", task.taskToken(), "input", input));
        return Html.page(
                200,
                executions.activityTask(OpenCallback.execution(task.taskToken()).orElse(arn), taken, ""));
    }

    private CompletableFuture<HttpAnswer> changed(String arn, CompletableFuture<? extends Record> action) {
        return done(action, answer -> seeOther(Pages.EXECUTION + arn), problem -> executions.of(arn, problem));
    }

    private CompletableFuture<HttpAnswer> answered(String arn, Form form, CompletableFuture<? extends Record> action) {
        return done(
                action,
                answer -> seeOther(Pages.EXECUTION + arn),
                problem -> executions
                        .callback(arn, form.text("callback"), form, problem)
                        .orElseGet(() -> executions.of(arn, problem)));
    }

    private static void putUnlessEmpty(ObjectNode request, String field, Form form) {
        if (!form.text(field).isEmpty()) {
            request.put(field, form.text(field));
        }
    }

    private static CompletableFuture<HttpAnswer> done(
            CompletableFuture<? extends Record> action,
            Function<Record, HttpAnswer> success,
            Function<String, String> refusal) {
        CompletableFuture<HttpAnswer> page = action.handle((answer, failure) -> {
            if (failure == null) {
                return success.apply(answer);
            }
            Throwable reason = failure instanceof CompletionException ? failure.getCause() : failure;
            if (reason instanceof ApiError error) {
                return Html.page(400, refusal.apply(String.valueOf(error.getMessage())));
            }
            throw new CompletionException(reason);
        });
        Cancellation.of(page, () -> action.cancel(false));
        return page;
    }

    private static HttpAnswer seeOther(String path) {
        return Html.seeOther(Html.address(path), Map.of());
    }
}
