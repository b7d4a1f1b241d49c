package dev.stepwright.testkit;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.ErrorNaming;
import dev.stepwright.runtime.task.TaskFailure;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Answers in place of tasks, written as JSON: for each Task state, by its name, what it returns or throws, or that it never answers, and for a Map what its reader reads, or anything if it only
 * writes results. A list
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
 * <p>What a stub returns for a service is held to what that documents: a member of another type, or one that the service calls otherwise, is refused when
 * the machine is run. Not so with {@code "Unchecked": true} beside {@code "Return"}, and after {@link #unchecked()}.
 *
 * <p>For {@code lambda:invoke} the answer is the function's, which the state sees as {@code Payload}; for {@code startExecution.sync:2} it is that of the
 * service, in which the {@code Output} of the execution is. In Java they are written with {@link #none}, {@link #returning}, {@link #throwing} and {@link
 * #notAnswering}.
 */
public final class Stubs {
    private static final Stubs NONE = parse("{}");

    private final String name;
    private final Map<String, List<StubAnswer>> answers;

    Stubs(String name, Map<String, List<StubAnswer>> answers) {
        this.name = name;
        this.answers = answers;
    }

    /**
     * Reads stubs from a file.
     *
     * @throws IOException if the file is missing or cannot be read
     * @throws IllegalArgumentException if it is not as described above; the message has file, line and column
     */
    public static Stubs read(Path file) throws IOException {
        try {
            return new StubReader(file.toString(), JsonDocument.read(file)).read();
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
            return new StubReader("stubs", JsonDocument.parse(text)).read();
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
        return with(state, new StubAnswer.Returning(JavaValues.toJson(value), true));
    }

    /**
     * Returns these stubs with one that always fails as a handler does that throws this, in place of what they have for the state.
     *
     * @param thrown a {@link TaskFailure} says the name of the error; any other exception is one by its {@code @ErrorName} or the full name of its class, and
     *     its message is the cause
     */
    public Stubs throwing(String state, Throwable thrown) {
        StubAnswer answer = thrown instanceof TaskFailure failure
                ? StubAnswer.throwing(failure.error(), failure.causeText())
                : StubAnswer.throwing(ErrorNaming.CLASS_NAMES.nameOf(thrown), thrown.getMessage());
        return with(state, answer);
    }

    /**
     * Returns these stubs with one that never answers, in place of what they have for the state: its {@code HeartbeatSeconds} or {@code TimeoutSeconds} end
     * it, at once in virtual time.
     */
    public Stubs notAnswering(String state) {
        return with(state, StubAnswer.NONE);
    }

    /** Returns these stubs, all of which may return what their services never give. */
    public Stubs unchecked() {
        Map<String, List<StubAnswer>> all = new LinkedHashMap<>();
        answers.forEach((state, its) -> all.put(state, unchecked(its)));
        return new Stubs(name, all);
    }

    /**
     * Returns these stubs, of which that for a state may return what its service never gives.
     *
     * @throws IllegalArgumentException if the state has no stub
     */
    public Stubs unchecked(String state) {
        List<StubAnswer> its = answers.get(state);
        if (its == null) {
            throw new IllegalArgumentException(name + ": there is no stub for \"" + state + "\", only for "
                    + answers.keySet() + Words.didYouMean(new Names(answers.keySet()), state));
        }
        Map<String, List<StubAnswer>> all = new LinkedHashMap<>(answers);
        all.put(state, unchecked(its));
        return new Stubs(name, all);
    }

    private static List<StubAnswer> unchecked(List<StubAnswer> its) {
        return its.stream()
                .map(answer -> answer instanceof StubAnswer.Returning returning
                        ? new StubAnswer.Returning(returning.value(), false)
                        : answer)
                .toList();
    }

    /**
     * Returns what these stubs return that the services of a definition's tasks never give, a sentence for each answer; empty if there is nothing
     * of that kind. {@link #runner} refuses it.
     */
    public List<String> problems(StateMachineDefinition definition) {
        return StubCheck.problems(name, answers, definition);
    }

    private Stubs with(String state, StubAnswer answer) {
        Map<String, List<StubAnswer>> more = new LinkedHashMap<>(answers);
        more.put(state, List.of(answer));
        return new Stubs(name, more);
    }

    /** Returns the names of the states that have stubs. */
    Set<String> states() {
        return answers.keySet();
    }

    /** Returns those for the states of a definition. */
    Stubs in(StateMachineDefinition definition) {
        Map<String, List<StubAnswer>> its = new LinkedHashMap<>(answers);
        its.keySet().retainAll(names(definition, Stubs::mayHaveStub));
        return new Stubs(name, its);
    }

    /** Returns the names of a definition's Task states, and Maps that read or write files, that have no stub, sorted. */
    public Set<String> missing(StateMachineDefinition definition) {
        Set<String> callers = names(definition, Stubs::mayHaveStub);
        callers.removeAll(answers.keySet());
        return callers;
    }

    private static Set<String> names(StateMachineDefinition definition, Predicate<State> which) {
        Set<String> names = new TreeSet<>();
        for (StateMachineDefinition scope : definition.scopes()) {
            scope.states().values().stream().filter(which).map(State::name).forEach(names::add);
        }
        return names;
    }

    private static boolean mayHaveStub(State state) {
        return state instanceof TaskState || isRead(state) || isWritten(state);
    }

    private static boolean isWritten(State state) {
        return state.json().path("ResultWriter").has("Resource");
    }

    private static boolean isRead(State state) {
        return state.json().has("ItemReader");
    }

    /**
     * Returns what does the tasks of a definition, for {@code EngineConfig.builder().runner(...)}. A task without a stub, and which no
     * handler does, fails with {@code States.Runtime}. A task that waits for a token or a job ends with its answer. Each call
     * starts the lists of answers anew. The answer for a Map is what its {@code ItemReader} reads.
     *
     * @throws IllegalArgumentException if an answer is for something that is neither a Task state of the definition nor a Map that reads or writes files,
     *     or if it is not what the service of its task gives
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
        return new StubRunner(
                answersIn(definition),
                names(definition, Stubs::isRead),
                names(definition, Stubs::isWritten),
                others,
                isLeft);
    }

    private Map<String, List<StubAnswer>> answersIn(StateMachineDefinition definition) {
        Set<String> callers = names(definition, Stubs::mayHaveStub);
        answers.keySet().stream()
                .filter(state -> !callers.contains(state))
                .findFirst()
                .ifPresent(state -> {
                    throw new IllegalArgumentException(name + ": there is a stub for \"" + state
                            + "\", but only these states can have one: " + callers
                            + Words.didYouMean(new Names(callers), state));
                });
        StubCheck.check(name, answers, definition);
        return answers;
    }
}
