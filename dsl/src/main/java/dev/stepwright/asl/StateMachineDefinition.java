package dev.stepwright.asl;

import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.json.YamlText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A state machine as its ASL says it: the whole of a definition, or the sub-machine that is a branch of a Parallel state or
 * the item processor of a Map state. Equal to every definition of the same JSON value, wherever it stands and however it is
 * laid out.
 *
 * @see <a href="https://states-language.net/spec.html#toplevelfields">ASL: Top-level fields</a>
 */
public final class StateMachineDefinition implements View {
    private final JsonPointer pointer;
    private final JsonNode json;
    private final Map<String, State> states;

    StateMachineDefinition(JsonPointer pointer, JsonNode json) {
        this.pointer = pointer;
        this.json = json;
        Map<String, State> views = new LinkedHashMap<>();
        members("States")
                .forEach((name, state) ->
                        views.put(name, State.of(name, at("States").appendProperty(name), state)));
        this.states = Collections.unmodifiableMap(views);
    }

    /**
     * Returns the definition that a JSON object is.
     *
     * @throws IllegalArgumentException if the value is no object
     */
    public static StateMachineDefinition of(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("a definition must be a JSON object, found " + JsonText.excerpt(json));
        }
        return new StateMachineDefinition(JsonPointer.empty(), json);
    }

    @Override
    public JsonPointer pointer() {
        return pointer;
    }

    @Override
    public JsonNode json() {
        return json;
    }

    /** Returns the name of the first state, {@code StartAt}. */
    public Optional<String> startAt() {
        return text("StartAt");
    }

    /** Returns the states of this scope by name, in the order of the document; members of {@code States} that are no objects are left out. */
    public Map<String, State> states() {
        return states;
    }

    /** Returns a state of this scope. */
    public Optional<State> state(String name) {
        return Optional.ofNullable(states.get(name));
    }

    /** Returns the machine's {@code QueryLanguage}; JSONPath where none is given, JSONata where the word is unknown (AWS: checks such a machine as JSONata). */
    public QueryLanguage queryLanguage() {
        return field("QueryLanguage").map(State::language).orElse(QueryLanguage.JSONPATH);
    }

    /** Returns the machine's {@code TimeoutSeconds} as it is written. */
    public Optional<JsonNode> timeoutSeconds() {
        return field("TimeoutSeconds");
    }

    /** Returns this scope and all scopes within it, outer before inner, in the order of the document. */
    public List<StateMachineDefinition> scopes() {
        List<StateMachineDefinition> scopes = new ArrayList<>();
        addScopes(scopes);
        return List.copyOf(scopes);
    }

    private void addScopes(List<StateMachineDefinition> scopes) {
        scopes.add(this);
        states.values().forEach(state -> state.subMachines().forEach(machine -> machine.addScopes(scopes)));
    }

    /** Returns the definition as JSON text over several lines, with a line break at its end. */
    public String toAsl() {
        return JsonText.pretty(json) + "\n";
    }

    /**
     * Returns the definition as text like {@link #toAsl()}, in which the placeholders stand bare that did so in their document:
     * <code>"TimeoutSeconds": ${Limit}</code>. The text is JSON only when these are filled in.
     */
    public String toUnfilledAsl() {
        return JsonText.pretty(JsonText.unfilled(json)) + "\n";
    }

    /**
     * Returns the definition with other values than texts in place of placeholders that stood bare in their document: what asks for a text finds none there.
     * {@link #toAsl()} writes them bare.
     */
    public StateMachineDefinition unfilled() {
        return of(JsonText.unfilled(json));
    }

    /** Returns the definition as YAML text, with a line break at its end. */
    public String toYaml() {
        return YamlText.of(json);
    }

    /**
     * Returns the definition as a Mermaid flowchart: conditions stand at the edges of Choice states, error names at the dotted edges
     * of Catch rules, branches and item processors are subgraphs.
     *
     * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid: Flowcharts</a>
     */
    public String toMermaid() {
        return Mermaid.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateMachineDefinition that && JsonValues.equal(json, that.json);
    }

    @Override
    public int hashCode() {
        return JsonValues.hash(json);
    }

    /** Returns the JSON text on one line. */
    @Override
    public String toString() {
        return JsonText.compact(json);
    }
}
