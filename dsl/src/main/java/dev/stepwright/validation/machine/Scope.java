package dev.stepwright.validation.machine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** The states that may lead to one another: those of the machine, of a branch, or of an item processor. */
public final class Scope {
    private final Part part;
    private final @Nullable Scope outer;
    private final Map<String, Part> states = new LinkedHashMap<>();
    private final Names names;
    private @Nullable Graph graph;

    Scope(Part part, @Nullable Scope outer) {
        this.part = part;
        this.outer = outer;
        this.names =
                new Names(part.value("States").isObject() ? part.value("States").propertyNames() : Set.of());
    }

    void add(Part state) {
        states.put(state.name(), state);
    }

    /** Returns the object that has the {@code States}. */
    public Part part() {
        return part;
    }

    /** Returns the scope around this one; empty for the machine itself. */
    public Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    /** Returns the states by name, in the order of the document; members of {@code States} that are no objects are left out. */
    public Map<String, Part> states() {
        return Collections.unmodifiableMap(states);
    }

    /** Returns the names of all members of {@code States}. */
    public Names names() {
        return names;
    }

    public JsonNode startAt() {
        return part.value("StartAt");
    }

    public JsonPointer pointerOf(String state) {
        return part.at("States").appendProperty(state);
    }

    /** Returns the ways between the states; a transition to a misspelt name leads to the state that it probably means. */
    public Graph graph() {
        if (graph == null) {
            graph = GraphReader.read(this, true);
        }
        return graph;
    }

    /** Returns the ways as they are written: a transition to a misspelt name leads nowhere. */
    public Graph writtenGraph() {
        boolean isWhole = graph().transitions().stream()
                .allMatch(transition -> names.contains(transition.target().asString("")));
        return isWhole ? graph() : GraphReader.read(this, false);
    }
}
