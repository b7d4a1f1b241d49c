package dev.stepwright.asl;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A state as its ASL says it. Each kind is a view over its own JSON object.
 *
 * @see <a href="https://states-language.net/spec.html#states-fields">ASL: States</a>
 */
public sealed interface State extends View
        permits TaskState,
                ParallelState,
                MapState,
                PassState,
                WaitState,
                ChoiceState,
                SucceedState,
                FailState,
                UnknownState {

    /** Returns the view of a state's kind; {@link UnknownState} if its {@code Type} is missing or not one of ASL's eight. */
    static State of(String name, JsonPointer pointer, JsonNode json) {
        JsonNode type = json.path("Type");
        return switch (type.isString() ? type.stringValue() : "") {
            case "Task" -> new TaskState(name, pointer, json);
            case "Parallel" -> new ParallelState(name, pointer, json);
            case "Map" -> new MapState(name, pointer, json);
            case "Pass" -> new PassState(name, pointer, json);
            case "Wait" -> new WaitState(name, pointer, json);
            case "Choice" -> new ChoiceState(name, pointer, json);
            case "Succeed" -> new SucceedState(name, pointer, json);
            case "Fail" -> new FailState(name, pointer, json);
            default -> new UnknownState(name, pointer, json);
        };
    }

    /** Calls the visitor's method for this kind of state. */
    <R> R accept(StateVisitor<R> visitor);

    /** Returns the state's name: its key in {@code States}. */
    String name();

    /** Returns the name of the state that follows; never present on Choice, Succeed and Fail. */
    default Optional<String> next() {
        return text("Next");
    }

    /** Returns whether {@code "End": true} is given. */
    default boolean isEnd() {
        return json().path("End").asBoolean(false);
    }

    /** Returns the language of this state in a machine whose language is given. */
    default QueryLanguage queryLanguage(QueryLanguage machine) {
        return field("QueryLanguage").map(State::language).orElse(machine);
    }

    /** Returns the retry rules in their order; always empty on kinds that cannot have any. */
    default List<RetryRule> retryRules() {
        return List.of();
    }

    /** Returns the catch rules in their order; always empty on kinds that cannot have any. */
    default List<CatchRule> catchRules() {
        return List.of();
    }

    /** Returns the machines inside this state: the branches of a Parallel, the item processor of a Map, else none. */
    default List<StateMachineDefinition> subMachines() {
        return List.of();
    }

    /** AWS: only the exact word JSONPath makes a state JSONPath; every other word is an error and then counts as JSONata. */
    static QueryLanguage language(JsonNode value) {
        return value.isString()
                ? QueryLanguage.of(value.stringValue()).orElse(QueryLanguage.JSONATA)
                : QueryLanguage.JSONATA;
    }
}
