package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers that stand for the work of Task states: a JSON object from the name of a state to {@code {"Return": any}}, to
 * {@code {"Throw": {"Error": "...", "Cause": "..."}}}, or to an array of these that are used in turn, the last one repeating.
 */
final class Stubs {
    private final Map<String, List<Answer>> byState;

    private Stubs(Map<String, List<Answer>> byState) {
        this.byState = byState;
    }

    /** Returns no stubs at all. */
    static Stubs none() {
        return new Stubs(Map.of());
    }

    /** One answer: a value, or an error with its cause. */
    private record Answer(
            @Nullable JsonNode value,
            @Nullable String error,
            @Nullable String cause) {
        JsonNode give() throws TaskFailure {
            if (value == null) {
                throw new TaskFailure(error, cause);
            }
            return value;
        }
    }

    /**
     * Reads stubs for a machine.
     *
     * @throws IllegalArgumentException if the document is not as described above, or names a state that is no Task state
     */
    static Stubs of(JsonDocument document, StateMachineDefinition machine) {
        JsonNode root = document.root();
        if (!root.isObject()) {
            throw new IllegalArgumentException(
                    "stubs are an object from state names to answers, but this is " + JsonText.excerpt(root));
        }
        Set<String> tasks = tasks(machine);
        Map<String, List<Answer>> byState = new LinkedHashMap<>();
        root.properties().forEach(stub -> {
            if (!tasks.contains(stub.getKey())) {
                throw new IllegalArgumentException(
                        "\"" + stub.getKey() + "\" is no Task state; those of the machine are " + tasks);
            }
            byState.put(stub.getKey(), answers(stub.getKey(), stub.getValue()));
        });
        return new Stubs(byState);
    }

    private static Set<String> tasks(StateMachineDefinition machine) {
        Set<String> names = new TreeSet<>();
        machine.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .forEach(state -> names.add(state.name()));
        return names;
    }

    private static List<Answer> answers(String state, JsonNode stub) {
        if (!stub.isArray()) {
            return List.of(answer(state, stub));
        }
        if (stub.isEmpty()) {
            throw new IllegalArgumentException("\"" + state + "\" has an empty array; give at least one answer");
        }
        List<Answer> answers = new ArrayList<>();
        stub.forEach(element -> answers.add(answer(state, element)));
        return answers;
    }

    private static Answer answer(String state, JsonNode stub) {
        boolean hasReturn = stub.has("Return");
        if (!stub.isObject()
                || stub.size() != 1
                || !hasReturn && !stub.path("Throw").isObject()) {
            throw new IllegalArgumentException("\"" + state
                    + "\": an answer is {\"Return\": any} or {\"Throw\": {\"Error\": \"...\", \"Cause\": \"...\"}}, but this is "
                    + JsonText.excerpt(stub));
        }
        return hasReturn
                ? new Answer(stub.get("Return"), null, null)
                : new Answer(null, text(stub.get("Throw"), "Error"), text(stub.get("Throw"), "Cause"));
    }

    private static @Nullable String text(JsonNode object, String member) {
        JsonNode value = object.get(member);
        return value == null || value.isNull() ? null : value.asString();
    }

    /** Returns handlers that give the answers; each state counts its own calls. */
    TaskHandlers handlers() {
        TaskHandlers.Builder handlers = TaskHandlers.builder();
        byState.forEach((state, answers) -> {
            AtomicInteger calls = new AtomicInteger();
            handlers.inline(
                    state,
                    (input, context) -> answers.get(Math.min(calls.getAndIncrement(), answers.size() - 1))
                            .give());
        });
        return handlers.build();
    }
}
