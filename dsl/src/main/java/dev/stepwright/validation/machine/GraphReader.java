package dev.stepwright.validation.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads the ways between the states of a scope, however broken it is. */
public final class GraphReader {
    /** A transition to a misspelt name, and the state that it probably means. */
    private record Mended(String from, String meant) {}

    private final Scope scope;
    private final boolean mends;
    private final List<Graph.Transition> transitions = new ArrayList<>();
    private final Map<String, Set<String>> ways = new LinkedHashMap<>();
    private final Map<String, Integer> loose = new LinkedHashMap<>();
    private final Set<String> ends = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final List<Mended> mended = new ArrayList<>();

    private GraphReader(Scope scope, boolean mends) {
        this.scope = scope;
        this.mends = mends;
    }

    /**
     * Returns the ways between the states.
     *
     * @param mends whether a transition to a misspelt name counts as leading to the state that it probably means
     */
    static Graph read(Scope scope, boolean mends) {
        GraphReader reader = new GraphReader(scope, mends);
        for (String name : scope.names().all()) {
            Part state = scope.states().get(name);
            reader.ways.put(name, new LinkedHashSet<>());
            if (state == null) {
                reader.loosen(name, Graph.ANY);
            } else {
                reader.read(state);
            }
        }
        reader.judgeMended();
        return new Graph(reader.transitions, reader.ways, reader.loose, reader.ends);
    }

    private void loosen(String state, int transitions) {
        loose.merge(state, transitions, (before, more) -> Math.min(Graph.ANY, before + more));
    }

    /** Looks at every field that may lead on, also where the type of the state does not have it: that is another finding. */
    private void read(Part state) {
        readTransition(state, "Next", state.at("Next"), state.value("Next"));
        readTransition(state, "Default", state.at("Default"), state.value("Default"));
        readRules(state, "Choices", state.kind() == Kind.CHOICE);
        readRules(state, "Catch", false);
        if (state.value("End").asBoolean(false) || state.kind() == Kind.SUCCEED || state.kind() == Kind.FAIL) {
            ends.add(state.name());
        } else if (state.kind() != Kind.CHOICE && !state.has("Next")) {
            loosen(state.name(), 1);
        } else if (state.kind() == Kind.UNKNOWN_STATE) {
            loosen(state.name(), 0);
        }
    }

    /** Rules that cannot be read might lead anywhere. */
    private void readRules(Part state, String field, boolean isNeeded) {
        JsonNode rules = state.value(field);
        if (isNeeded && rules.isEmpty() || !rules.isMissingNode() && !rules.isArray()) {
            loosen(state.name(), Graph.ANY);
        }
        for (int i = 0; rules.isArray() && i < rules.size(); i++) {
            if (rules.get(i).has("Next")) {
                JsonPointer pointer = state.at(field).appendIndex(i).appendProperty("Next");
                readTransition(state, field, pointer, rules.get(i).path("Next"));
            } else {
                loosen(state.name(), 1);
            }
        }
    }

    private void readTransition(Part state, String field, JsonPointer pointer, JsonNode target) {
        if (target.isMissingNode()) {
            return;
        }
        transitions.add(new Graph.Transition(state.name(), field, pointer, target));
        String name = target.asString("");
        if (scope.names().contains(name)) {
            lead(state.name(), name);
            targets.add(name);
            return;
        }
        String meant = mends ? scope.names().nearest(name).orElse("") : "";
        if (scope.names().contains(meant)) {
            lead(state.name(), meant);
            mended.add(new Mended(state.name(), meant));
        } else {
            loosen(state.name(), 1);
        }
    }

    private void lead(String from, String to) {
        ways.getOrDefault(from, new HashSet<>()).add(to);
    }

    /** Where other ways lead to the state that a misspelt name seems to mean, it may as well mean another one. */
    private void judgeMended() {
        targets.add(scope.startAt().asString(""));
        mended.forEach(transition -> loosen(transition.from(), targets.contains(transition.meant()) ? 1 : 0));
    }
}
