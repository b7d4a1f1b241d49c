package dev.stepwright.testkit;

import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskResource.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of a recorded execution, each of which answers once. Not for use by several threads. */
final class RecordedAnswers {
    private final Set<String> stays = new HashSet<>();
    private final Map<String, RecordedTask> byPlace = new HashMap<>();
    private final Map<String, List<RecordedTask>> byState = new LinkedHashMap<>();

    private final Set<String> defined;

    /** @param defined the states of the definition that is run */
    RecordedAnswers(List<RecordedTask> tasks, Set<String> defined) {
        this.defined = defined;
        for (RecordedTask task : tasks) {
            stays.add(task.stay().place());
            byPlace.put(task.place(), task);
            byState.computeIfAbsent(task.stay().state, state -> new ArrayList<>())
                    .add(task);
        }
    }

    /**
     * Returns the recorded task that is the same as one that is done now: by its place; where there was no such place, by its state and
     * what it is handed, or else by its state. A state that was not recorded has the task of one that is gone, if that was handed the same: it has another
     * name only.
     *
     * @param now where the task stands now; null if that is unknown
     */
    Optional<RecordedTask> take(TaskRequest request, @Nullable RecordedTask now) {
        RecordedTask same = now == null ? null : byPlace.get(now.place());
        Optional<RecordedTask> found = same != null
                ? Optional.of(same).filter(task -> fits(task, request))
                : now == null || !stays.contains(now.stay().place())
                        ? ofState(request).or(() -> ofGone(request))
                        : Optional.empty();
        found.ifPresent(task -> {
            byPlace.remove(task.place());
            left(task.stay().state).remove(task);
        });
        return found;
    }

    private List<RecordedTask> left(String state) {
        return byState.getOrDefault(state, List.of());
    }

    private Optional<RecordedTask> ofGone(TaskRequest request) {
        if (byState.containsKey(request.stateName())) {
            return Optional.empty();
        }
        return byState.entrySet().stream()
                .filter(state -> !defined.contains(state.getKey()))
                .flatMap(state -> state.getValue().stream())
                .filter(task ->
                        fits(task, request) && JsonValues.equal(task.scheduled().input(), request.input()))
                .findFirst();
    }

    private Optional<RecordedTask> ofState(TaskRequest request) {
        List<RecordedTask> fitting = left(request.stateName()).stream()
                .filter(task -> fits(task, request))
                .toList();
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
