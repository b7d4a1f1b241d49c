package dev.stepwright.testkit;

import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.task.HandlerRunner;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.runtime.task.Workplace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Has each task done by those who do the tasks of its machine. */
final class CastRunner implements TaskRunner {
    private static final Set<String> TOKEN_CALLS = Set.of("sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat");

    private final Map<String, TaskRunner> runners = new HashMap<>();
    private final Cast cast;

    /** @param naming what handlers of the machine of a name are run with */
    CastRunner(Cast cast, Function<String, HandlerRunner.Settings> naming, Workplace workplace) {
        this.cast = cast;
        cast.byName()
                .forEach((name, subject) ->
                        runners.put(name, subject.runner(naming.apply(name), workplace, this::isForEngine)));
    }

    /** The engine starts the machines of the run, and takes the tokens that they wait for. */
    private boolean isForEngine(TaskRequest request) {
        TaskResource resource = request.resource();
        String action = resource.action().split("\\.", 2)[0];
        boolean isSdk = resource.service().equals("aws-sdk:sfn");
        boolean isStart =
                action.equals("startExecution") && (isSdk || resource.service().equals("states"))
                        || action.equals("startSyncExecution") && isSdk;
        return isStart && cast.has(request.input().path("StateMachineArn").asString(""))
                || isSdk && TOKEN_CALLS.contains(action);
    }

    private TaskRunner runner(TaskRequest request) {
        return Objects.requireNonNull(
                runners.get(ExecutionIdentity.machineNameIn(request.executionArn())), "a machine of this run");
    }

    @Override
    public boolean serves(TaskRequest request) {
        return runner(request).serves(request);
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        runner(request).check(request);
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        return runner(request).start(request, completion);
    }
}
