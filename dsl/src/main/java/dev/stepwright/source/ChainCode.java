package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;

/** States one after the other, as they are added. In a large machine they go into parts of some length. */
final class ChainCode {
    /** About as many calls as fit on two screens. */
    static final int MOST_CALLS = 250;
    /** Javac runs out of stack on chains of many calls. */
    private static final int MOST_PARTS = 100;
    /** What is left at the end of a chain of parts stands with them if it is short. */
    private static final int SHORT = 25;

    private final StateCode states;
    private final boolean cuts;
    private final List<Code> parts = new ArrayList<>();
    private final List<Code> open = new ArrayList<>();
    private String first = "";
    private String firstOpen = "";
    private int calls;

    /** @param cuts whether there is a use for parts */
    ChainCode(StateCode states, boolean cuts) {
        this.states = states;
        this.cuts = cuts && states.isLarge();
    }

    /** Adds a state; what was added before it goes on with it. */
    void add(String state, List<Code> elements) {
        int more = new Flow(elements, Flow.Kind.OPEN).calls();
        if (cuts && !open.isEmpty() && (calls + more > MOST_CALLS || open.size() == MOST_PARTS)) {
            cut(Flow.Kind.OPEN);
        }
        if (open.isEmpty()) {
            firstOpen = state;
        }
        first = first.isEmpty() ? state : first;
        open.addAll(elements);
        calls += more;
    }

    private void cut(Flow.Kind kind) {
        if (parts.size() == MOST_PARTS) {
            Flow all = states.part(first, new Flow(parts, Flow.Kind.OPEN));
            parts.clear();
            parts.addAll(all.elements());
        }
        parts.addAll(states.part(firstOpen, new Flow(open, kind)).elements());
        open.clear();
        calls = 0;
    }

    /** Returns the whole. */
    Flow flow(Flow.Kind kind) {
        if (!parts.isEmpty() && calls > SHORT) {
            cut(kind);
        }
        List<Code> all = new ArrayList<>(parts);
        all.addAll(open);
        return new Flow(all, kind);
    }
}
