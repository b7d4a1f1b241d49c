package dev.stepwright.testkit;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.ErrorNaming;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * Answers in place of tasks, written as JSON: for each Task state, by its name, what it returns or throws, or that it never answers, and for a Map what its reader reads. A list
 * of answers is given in turn, one each time the task is called; the last one then stays.
 *
 * <pre>{@code
 * {
 *   "Charge": [
 *     { "Throw": { "Error": "Busy", "Cause": "try again" } },
 *     { "Return": { "id": "c-1" } }
 *   ],
 *   "Ship": { "Return": "sent" },
 *   "Ask": { "NoAnswer": true }
 * }
 * }</pre>
 *
 * <p>For {@code lambda:invoke} the answer is the function's, which the state sees as {@code Payload}; for {@code startExecution.sync:2} it is that of the
 * service, in which the {@code Output} of the execution is. In Java they are written with {@link #none}, {@link #returning}, {@link #throwing} and {@link
 * #notAnswering}.
 */
public final class Stubs {
    private static final JsonNode NO_ANSWER =
            JsonNodeFactory.instance.objectNode().put("NoAnswer", true);
    private static final Stubs NONE = parse("{}");

    private final String name;
    private final Map<String, List<Answer>> answers;

    private Stubs(String name, Map<String, List<Answer>> answers) {
        this.name = name;
        this.answers = answers;
    }

    /** What one call gives: a value, or an error where {@code error} is not null. */
    private record Answer(
            JsonNode value,
            @Nullable String error,
            @Nullable String cause) {
        /** None ever comes. */
        static final Answer NONE = new Answer(MissingNode.getInstance(), null, null);
    }

    /**
     * Reads stubs from a file.
     *
     * @throws IOException if the file is missing or cannot be read
     * @throws IllegalArgumentException if it is not as described above; the message has file, line and column
     */
    public static Stubs read(Path file) throws IOException {
        try {
            return new Reader(file.toString(), JsonDocument.read(file)).read();
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(file + ":" + e.position() + ": " + e.problem(), e);
        }
    }

    /**
     * Returns stubs from a JSON text.
     *
     * @throws IllegalArgumentException if it is not as described above
     */
    public static Stubs parse(String text) {
        try {
            return new Reader("stubs", JsonDocument.parse(text)).read();
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException("stubs:" + e.position() + ": " + e.problem(), e);
        }
    }

    /** Returns stubs from a JSON value; places in messages are those of its text on one line. */
    public static Stubs of(JsonNode json) {
        return parse(JsonText.compact(json));
    }

    /** Returns stubs that answer nothing, to be followed by {@link #returning}, {@link #throwing} and {@link #notAnswering}. */
    public static Stubs none() {
        return NONE;
    }

    /**
     * Returns these stubs with one that always returns a value, in place of what they have for the state.
     *
     * @param value a Java value, which Jackson writes, or JSON as it is
     * @throws IllegalArgumentException if it cannot be written as JSON
     */
    public Stubs returning(String state, @Nullable Object value) {
        return with(state, new Answer(JavaValues.toJson(value), null, null));
    }

    /**
     * Returns these stubs with one that always fails as a handler does that throws this, in place of what they have for the state.
     *
     * @param thrown a {@link TaskFailure} says the name of the error; any other exception is one by its {@code @ErrorName} or the full name of its class, and
     *     its message is the cause
     */
    public Stubs throwing(String state, Throwable thrown) {
        Answer answer = thrown instanceof TaskFailure failure
                ? new Answer(NullNode.getInstance(), failure.error(), failure.causeText())
                : new Answer(NullNode.getInstance(), ErrorNaming.CLASS_NAMES.nameOf(thrown), thrown.getMessage());
        return with(state, answer);
    }

    /**
     * Returns these stubs with one that never answers, in place of what they have for the state: its {@code HeartbeatSeconds} or {@code TimeoutSeconds} end
     * it, at once in virtual time.
     */
    public Stubs notAnswering(String state) {
        return with(state, Answer.NONE);
    }

    private Stubs with(String state, Answer answer) {
        Map<String, List<Answer>> more = new LinkedHashMap<>(answers);
        more.put(state, List.of(answer));
        return new Stubs(name, more);
    }

    /** Returns the names of the states that have stubs. */
    Set<String> states() {
        return answers.keySet();
    }

    /** Returns those for the states of a definition. */
    Stubs in(StateMachineDefinition definition) {
        Map<String, List<Answer>> its = new LinkedHashMap<>(answers);
        its.keySet().retainAll(names(definition, Stubs::mayHaveStub));
        return new Stubs(name, its);
    }

    /** Returns the names of a definition's Task states that have no stub, sorted. */
    public Set<String> missing(StateMachineDefinition definition) {
        Set<String> tasks = names(definition, TaskState.class::isInstance);
        tasks.removeAll(answers.keySet());
        return tasks;
    }

    private static Set<String> names(StateMachineDefinition definition, Predicate<State> which) {
        Set<String> names = new TreeSet<>();
        for (StateMachineDefinition scope : definition.scopes()) {
            scope.states().values().stream().filter(which).map(State::name).forEach(names::add);
        }
        return names;
    }

    private static boolean mayHaveStub(State state) {
        return state instanceof TaskState || state.json().has("ItemReader");
    }

    /**
     * Returns what does the tasks of a definition, for {@code EngineConfig.builder().runner(...)}. A task without a stub, and which no
     * handler does, fails with {@code States.Runtime}. A task that waits for a token or a job ends with its answer. Each call
     * starts the lists of answers anew. The answer for a Map is what its {@code ItemReader} reads.
     *
     * @throws IllegalArgumentException if an answer is for something that is neither a Task state of the definition nor a Map with an {@code ItemReader}
     */
    public TaskRunner runner(StateMachineDefinition definition) {
        return runner(definition, List.of(), request -> false);
    }

    /**
     * Like {@link #runner(StateMachineDefinition)}, with others who are asked in their order for the states that have no stub.
     *
     * @param isLeft which tasks this runner does not serve where they have no stub and none of the others serves them
     */
    TaskRunner runner(StateMachineDefinition definition, List<TaskRunner> others, Predicate<TaskRequest> isLeft) {
        return new Runner(answersIn(definition), others, isLeft);
    }

    private Map<String, List<Answer>> answersIn(StateMachineDefinition definition) {
        Set<String> callers = names(definition, Stubs::mayHaveStub);
        answers.keySet().stream()
                .filter(state -> !callers.contains(state))
                .findFirst()
                .ifPresent(state -> {
                    throw new IllegalArgumentException(name + ": there is a stub for \"" + state
                            + "\", but only these states can have one: " + callers);
                });
        return answers;
    }

    /** Answers at once. */
    private static final class Runner implements TaskRunner {
        private final Map<String, List<Answer>> answers;
        private final List<TaskRunner> others;
        private final Predicate<TaskRequest> isLeft;
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();

        Runner(Map<String, List<Answer>> answers, List<TaskRunner> others, Predicate<TaskRequest> isLeft) {
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

        private static Runnable answer(@Nullable Answer answer, TaskRequest request, TaskCompletion completion) {
            if (request.resource().family() == TaskResource.Family.ACTIVITY) {
                completion.started(null);
            }
            if (answer != null && request.resource().pattern() != TaskResource.Completion.RESPONSE) {
                completion.submitted(JsonNodeFactory.instance.objectNode());
            }
            if (answer == null) {
                completion.failed(
                        "States.Runtime",
                        "no stub or handler for the task \"" + request.stateName() + "\", whose resource is "
                                + request.resource().text() + "; add one" + orMachine(request));
            } else if (answer.error != null) {
                completion.failed(answer.error, answer.cause);
            } else {
                boolean isSent = request.resource().pattern() == TaskResource.Completion.CALLBACK;
                if (answer != Answer.NONE) {
                    completion.succeeded(
                            request.resource().isLambdaInvoke() && !isSent ? invoked(answer.value) : answer.value);
                }
            }
            return () -> {};
        }

        private static String orMachine(TaskRequest request) {
            JsonNode machine = request.input().path("StateMachineArn");
            return machine.isString()
                    ? ", or add the machine that it starts: nesting(\"" + machine.stringValue() + "\", ...)"
                    : "";
        }

        private @Nullable Answer next(String state) {
            List<Answer> given = answers.get(state);
            return given == null ? null : given.get(Math.min(calls.merge(state, 1, Integer::sum), given.size()) - 1);
        }
    }

    /** Returns what {@code lambda:invoke} gives for what a function has answered. */
    static JsonNode invoked(JsonNode payload) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ExecutedVersion", "$LATEST")
                .set("Payload", payload)
                .put("StatusCode", 200);
    }

    /** Turns a document into answers; every refusal names its place. */
    private record Reader(String name, JsonDocument document) {
        Stubs read() {
            JsonNode root = document.root();
            if (!root.isObject()) {
                throw refused(
                        JsonPointer.empty(), "stubs must be a JSON object that maps state names to answers", root);
            }
            Map<String, List<Answer>> answers = new LinkedHashMap<>();
            root.properties()
                    .forEach(member -> answers.put(
                            member.getKey(),
                            list(JsonPointer.empty().appendProperty(member.getKey()), member.getValue())));
            return new Stubs(name, answers);
        }

        private List<Answer> list(JsonPointer place, JsonNode node) {
            if (!node.isArray()) {
                return List.of(answer(place, node));
            }
            if (node.isEmpty()) {
                throw refused(place, "a list of answers must have at least one", node);
            }
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                answers.add(answer(place.appendIndex(i), node.get(i)));
            }
            return List.copyOf(answers);
        }

        private Answer answer(JsonPointer place, JsonNode node) {
            if (node.isObject() && node.size() == 1 && node.has("Return")) {
                return new Answer(node.get("Return"), null, null);
            }
            JsonNode thrown = node.path("Throw");
            if (node.isObject() && node.size() == 1 && thrown.path("Error").isString()) {
                return new Answer(
                        node,
                        thrown.get("Error").stringValue(),
                        thrown.path("Cause").asString(null));
            }
            if (node.equals(NO_ANSWER)) {
                return Answer.NONE;
            }
            throw refused(
                    place,
                    "an answer must be {\"Return\": VALUE}, {\"Throw\": {\"Error\": NAME, \"Cause\": TEXT}} or "
                            + NO_ANSWER,
                    node);
        }

        private IllegalArgumentException refused(JsonPointer place, String allowed, JsonNode found) {
            return new IllegalArgumentException(
                    name + ":" + document.position(place) + ": " + allowed + ", found " + JsonText.excerpt(found));
        }
    }
}
