package dev.stepwright.testkit;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Does tasks by their stubs, at once; those without one are done by others. */
final class StubRunner implements TaskRunner {
    private final Map<String, List<StubAnswer>> answers;
    private final List<TaskRunner> others;
    private final Predicate<TaskRequest> isLeft;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    StubRunner(Map<String, List<StubAnswer>> answers, List<TaskRunner> others, Predicate<TaskRequest> isLeft) {
        this.answers = answers;
        this.others = List.copyOf(others);
        this.isLeft = isLeft;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return answers.containsKey(request.stateName())
                || others.stream().anyMatch(runner -> runner.serves(request))
                || !isLeft.test(request);
    }

    @Override
    public void check(TaskRequest request) throws TaskFailure {
        TaskRunner other = other(request);
        if (other != null) {
            other.check(request);
        }
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        TaskRunner other = other(request);
        return other == null
                ? answer(next(request.stateName()), request, completion)
                : other.start(request, completion);
    }

    /** Returns who does a task that has no stub; null if nobody does. */
    private @Nullable TaskRunner other(TaskRequest request) {
        return answers.containsKey(request.stateName())
                ? null
                : others.stream()
                        .filter(runner -> runner.serves(request))
                        .findFirst()
                        .orElse(null);
    }

    private static Runnable answer(@Nullable StubAnswer answer, TaskRequest request, TaskCompletion completion) {
        if (request.resource().family() == TaskResource.Family.ACTIVITY) {
            completion.started(null);
        }
        if (answer == null) {
            completion.failed(
                    "States.Runtime",
                    "no stub or handler for the task \"" + request.stateName() + "\", whose resource is "
                            + request.resource().text() + "; add one" + orMachine(request));
            return () -> {};
        }
        if (request.resource().pattern() != TaskResource.Completion.RESPONSE) {
            completion.submitted(JsonNodeFactory.instance.objectNode());
        }
        answer.give(request, completion);
        return () -> {};
    }

    private static String orMachine(TaskRequest request) {
        JsonNode machine = request.input().path("StateMachineArn");
        return machine.isString()
                ? ", or add the machine that it starts: nesting(\"" + machine.stringValue() + "\", ...)"
                : "";
    }

    private @Nullable StubAnswer next(String state) {
        List<StubAnswer> given = answers.get(state);
        return given == null ? null : given.get(Math.min(calls.merge(state, 1, Integer::sum), given.size()) - 1);
    }
}
