package dev.stepwright.server.cli;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers that stand for the work of Task states: a JSON object from the name of a state to {@code {"Return": any}}, to
 * {@code {"Throw": {"Error": "...", "Cause": "..."}}}, or to an array of these that are used in turn, the last one repeating.
 */
final class Stubs implements TaskRunner {
    private final Map<String, Stub> byState;

    private Stubs(Map<String, Stub> byState) {
        this.byState = byState;
    }

    /** Returns no stubs at all. */
    static Stubs none() {
        return new Stubs(Map.of());
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
        Map<String, Stub> byState = new LinkedHashMap<>();
        root.properties().forEach(stub -> {
            if (!tasks.contains(stub.getKey())) {
                throw new IllegalArgumentException(
                        "\"" + stub.getKey() + "\" is no Task state; those of the machine are " + tasks);
            }
            byState.put(stub.getKey(), new Stub(answers(stub.getKey(), stub.getValue())));
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

    @Override
    public boolean serves(TaskRequest request) {
        return true;
    }

    /** A task that waits for a token or a job has its stub as its end. */
    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        Stub stub = byState.get(request.stateName());
        if (stub == null) {
            completion.failed(
                    "States.Runtime",
                    "nothing does the task \"" + request.stateName() + "\" ("
                            + request.resource().text() + "); give its answer in the file of --stubs");
            return () -> {};
        }
        if (request.resource().family() == TaskResource.Family.ACTIVITY) {
            completion.started(null);
        }
        Answer answer = stub.next();
        if (answer.value == null) {
            completion.failed(answer.error, answer.cause);
            return () -> {};
        }
        if (request.resource().pattern() != TaskResource.Completion.RESPONSE) {
            completion.submitted(JsonNodeFactory.instance.objectNode());
        }
        completion.succeeded(request.resource().isLambdaInvoke() ? invoked(answer.value) : answer.value);
        return () -> {};
    }

    /** The stub of {@code lambda:invoke} is what the function returns. */
    private static JsonNode invoked(JsonNode value) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("ExecutedVersion", "$LATEST").set("Payload", value);
        return result.put("StatusCode", 200);
    }

    /** The answers of one state, and which comes next. */
    private static final class Stub {
        private final List<Answer> answers;
        private final AtomicInteger calls = new AtomicInteger();

        Stub(List<Answer> answers) {
            this.answers = answers;
        }

        Answer next() {
            return answers.get(Math.min(calls.getAndIncrement(), answers.size() - 1));
        }
    }

    /** One answer: a value, or an error with its cause. */
    private record Answer(
            @Nullable JsonNode value,
            @Nullable String error,
            @Nullable String cause) {}
}
