package dev.stepwright.testkit;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a recorded execution, each of which answers once. Not for use by several threads. */
final class RecordedAnswers {
    private final Set<String> stays = new HashSet<>();
    private final Map<String, RecordedTask> byPlace = new HashMap<>();
    private final Map<String, List<RecordedTask>> byState = new HashMap<>();

    RecordedAnswers(List<RecordedTask> tasks) {
        for (RecordedTask task : tasks) {
            stays.add(task.stay().place());
            byPlace.put(task.place(), task);
            byState.computeIfAbsent(task.stay().state, state -> new ArrayList<>())
                    .add(task);
        }
    }

    /**
     * Returns the recorded task that is the same as one that is done now: by its place; where there was no such place, by its state and
     * what it is handed, or else by its state.
     *
     * @param now where the task stands now; null if that is unknown
     */
    Optional<RecordedTask> take(TaskRequest request, @Nullable RecordedTask now) {
        RecordedTask same = now == null ? null : byPlace.get(now.place());
        Optional<RecordedTask> found = same != null
                ? Optional.of(same).filter(task -> fits(task, request))
                : now == null || !stays.contains(now.stay().place()) ? ofState(request) : Optional.empty();
        found.ifPresent(task -> {
            byPlace.remove(task.place());
            left(request).remove(task);
        });
        return found;
    }

    private List<RecordedTask> left(TaskRequest request) {
        return byState.getOrDefault(request.stateName(), List.of());
    }

    private Optional<RecordedTask> ofState(TaskRequest request) {
        List<RecordedTask> fitting =
                left(request).stream().filter(task -> fits(task, request)).toList();
        return fitting.stream()
                .filter(task -> JsonValues.equal(task.scheduled().input(), request.input()))
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static boolean fits(RecordedTask task, TaskRequest request) {
        return fits(task.scheduled().resource(), request.resource());
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
