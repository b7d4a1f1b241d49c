package dev.stepwright.testkit;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Does tasks by their stubs, at once; those without one are done by others. */
final class StubRunner implements TaskRunner {
    private final Map<String, List<StubAnswer>> answers;
    private final Set<String> readers;
    private final Set<String> writers;
    private final List<TaskRunner> others;
    private final Predicate<TaskRequest> isLeft;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();

    /**
     * @param readers the names of Maps with an {@code ItemReader}
     * @param writers the names of Maps whose {@code ResultWriter} calls a service
     * @param isLeft which tasks this runner does not serve where they have no stub and none of the others serves them
     */
    StubRunner(
            Map<String, List<StubAnswer>> answers,
            Set<String> readers,
            Set<String> writers,
            List<TaskRunner> others,
            Predicate<TaskRequest> isLeft) {
        this.answers = answers;
        this.readers = Set.copyOf(readers);
        this.writers = Set.copyOf(writers);
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

    private Runnable answer(@Nullable StubAnswer answer, TaskRequest request, TaskCompletion completion) {
        if (request.resource().family() == TaskResource.Family.ACTIVITY) {
            completion.started(null);
        }
        if (answer == null) {
            completion.failed("States.Runtime", missing(request));
            return () -> {};
        }
        if (request.resource().pattern() != TaskResource.Completion.RESPONSE) {
            completion.submitted(JsonNodeFactory.instance.objectNode());
        }
        answer.give(request, completion);
        return () -> {};
    }

    private String missing(TaskRequest request) {
        String state = '"' + request.stateName() + '"';
        String resource = request.resource().text();
        String there = answers.isEmpty() ? "" : "; there are stubs for " + Words.allOf(answers.keySet());
        if (readers.contains(request.stateName())) {
            return "no stub for what the ItemReader of " + state + " reads with " + resource
                    + added(state, "{\"Body\": \"[1, 2]\"}") + there;
        }
        return writers.contains(request.stateName())
                ? "no stub for what the ResultWriter of " + state + " writes with " + resource + added(state, "{}")
                        + there
                : "no stub or handler for the task " + state + ", whose resource is " + resource + added(state, "{}")
                        + orMachine(request) + there;
    }

    private static String added(String state, String result) {
        return "; add one: {" + state + ": {\"Return\": " + result + "}}";
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
