package dev.stepwright.testkit;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.types.service.Misfit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what stubs return to what services document, so that no test is green for a result that AWS never gives. */
final class StubCheck {
    private static final String HINT =
            "if it is meant, write \"Unchecked\": true beside its \"Return\", or unchecked(...) in Java";

    private StubCheck() {}

    /** @throws IllegalArgumentException if there are {@link #problems} */
    static void check(String name, Map<String, List<StubAnswer>> answers, StateMachineDefinition definition) {
        List<String> problems = problems(name, answers, definition);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems) + "; " + HINT);
        }
    }

    /**
     * Returns what is wrong with the answers for the tasks of a definition, a sentence for each answer.
     *
     * @param name what messages call the stubs
     */
    static List<String> problems(
            String name, Map<String, List<StubAnswer>> answers, StateMachineDefinition definition) {
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .filter(task -> !isPayload(task))
                .flatMap(task -> problems(name, answers.getOrDefault(task.name(), List.of()), task))
                .toList();
    }

    /** Of {@code lambda:invoke} the answer is what the function returns. */
    private static boolean isPayload(TaskState task) {
        return task.resource()
                .map(TaskResource::parse)
                .filter(TaskResource::isLambdaInvoke)
                .isPresent();
    }

    private static Stream<String> problems(String name, List<StubAnswer> answers, TaskState task) {
        return Stream.iterate(0, i -> i < answers.size(), i -> i + 1)
                .flatMap(i -> misfit(task, answers.get(i))
                        .map(misfit -> message(
                                name + ": the " + (answers.size() == 1 ? "" : "answer " + (i + 1) + " of the ")
                                        + "stub for \"" + task.name() + '"',
                                misfit))
                        .stream());
    }

    private static Optional<Misfit> misfit(TaskState task, StubAnswer answer) {
        return answer instanceof StubAnswer.Returning returning && returning.isChecked()
                ? Misfit.in(task, returning.value())
                : Optional.empty();
    }

    private static String message(String stub, Misfit misfit) {
        return stub + " is not what " + misfit.integration() + " gives: " + misfit.path() + ' ' + misfit.problem();
    }
}
