package dev.stepwright.testkit;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Family;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tasks of a recorded execution, each of which answers once. Not for use by several threads. */
final class RecordedAnswers {
    private final List<RecordedTask> tasks;
    private final Set<String> stays;
    private final Set<RecordedTask> given = new HashSet<>();

    RecordedAnswers(List<RecordedTask> tasks) {
        this.tasks = tasks;
        this.stays = tasks.stream().map(task -> task.stay().place()).collect(Collectors.toSet());
    }

    /**
     * Returns the recorded task that is the same as one that is done now: by its place; where there was no such place, by its state and
     * what it is handed, or else by its state.
     *
     * @param now where the task stands now; null if that is unknown
     */
    Optional<RecordedTask> take(TaskRequest request, @Nullable RecordedTask now) {
        Optional<RecordedTask> found = now == null
                ? Optional.empty()
                : find(request, task -> task.place().equals(now.place()));
        if (found.isEmpty() && (now == null || !stays.contains(now.stay().place()))) {
            Predicate<RecordedTask> isOfState = task -> task.stay().state.equals(request.stateName());
            found = find(
                            request,
                            isOfState.and(
                                    task -> JsonValues.equal(task.scheduled().input(), request.input())))
                    .or(() -> find(request, isOfState));
        }
        found.ifPresent(given::add);
        return found;
    }

    private Optional<RecordedTask> find(TaskRequest request, Predicate<RecordedTask> which) {
        return tasks.stream()
                .filter(which)
                .filter(task -> fits(task.scheduled().resource(), request.resource()) && !given.contains(task))
                .findFirst();
    }

    /** An answer is one to a call of the same kind; what a definition has only a placeholder for may be any. */
    static boolean fits(TaskResource recorded, TaskResource now) {
        boolean isUnknown = now.service().equals("local") || recorded.service().equals("local");
        return isUnknown
                || recorded.family() == now.family()
                        && (now.family() != Family.SERVICE
                                || recorded.service().equals(now.service())
                                        && recorded.action().equals(now.action()))
                || isFunction(recorded) && isFunction(now);
    }

    /** Calling a function by its ARN and by {@code lambda:invoke} is the same but for the form of the answer. */
    static boolean isFunction(TaskResource resource) {
        return resource.family() == Family.LAMBDA
                || resource.isLambdaInvoke() && resource.pattern() == TaskResource.Completion.RESPONSE;
    }
}
