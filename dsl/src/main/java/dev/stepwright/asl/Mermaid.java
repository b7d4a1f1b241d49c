package dev.stepwright.asl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws a definition as a Mermaid flowchart: a node a state, an edge a transition, a subgraph a branch or an item processor. */
final class Mermaid {
    private static final String INDENT = "    ";
    private static final int LONGEST = 80;
    private static final String PLAIN = " $,.()[]{}-_/=!?+'|";

    private final StringBuilder out = new StringBuilder("flowchart TD\n");
    private int scopes;

    private Mermaid() {}

    static String of(StateMachineDefinition definition) {
        Mermaid diagram = new Mermaid();
        diagram.scope(definition, INDENT);
        return diagram.out.toString();
    }

    /** Identifiers are made, since names may hold anything: the states of the third scope are s3_1, s3_2 and so on. */
    private void scope(StateMachineDefinition machine, String indent) {
        String scope = "s" + ++scopes + "_";
        if (machine.states().isEmpty()) {
            line(indent, scope + "none[\"There are no states.\"]");
            return;
        }
        Map<String, String> ids = new HashMap<>();
        machine.states().keySet().forEach(name -> ids.put(name, scope + (ids.size() + 1)));
        line(indent, scope + "start(( ))");
        machine.states().values().forEach(state -> node(state, id(ids, state.name()), indent));
        if (machine.states().values().stream().anyMatch(State::isEnd)) {
            line(indent, scope + "end((( )))");
        }
        machine.startAt().ifPresent(start -> line(indent, scope + "start --> " + id(ids, start)));
        for (State state : machine.states().values()) {
            String from = id(ids, state.name());
            Transition.of(state).forEach(transition -> edge(from, transition, id(ids, transition.target()), indent));
            if (state.isEnd()) {
                line(indent, from + " --> " + scope + "end");
            }
        }
    }

    /** A transition to a state that does not exist leads to a node that says so. */
    private static String id(Map<String, String> ids, String name) {
        String known = ids.get(name);
        return known == null ? "missing[\"" + escape("no such state") + "\"]" : known;
    }

    private void node(State state, String id, String indent) {
        List<StateMachineDefinition> inner = state.subMachines();
        if (inner.isEmpty()) {
            line(indent, id + state.accept(new Box()).around(escape(state.name())));
            return;
        }
        line(indent, "subgraph " + id + " [\"" + escape(state.name()) + "\"]");
        for (int i = 0; i < inner.size(); i++) {
            if (inner.size() == 1) {
                scope(inner.get(i), indent + INDENT);
            } else {
                line(indent + INDENT, "subgraph " + id + "_" + (i + 1) + " [\"branch " + (i + 1) + "\"]");
                scope(inner.get(i), indent + INDENT + INDENT);
                line(indent + INDENT, "end");
            }
        }
        line(indent, "end");
    }

    private void edge(String from, Transition transition, String to, String indent) {
        String arrow = transition.kind() == Transition.Kind.CATCH ? " -.->" : " -->";
        String label = transition.label();
        line(indent, from + arrow + (label.isEmpty() ? " " : "|\"" + escape(label) + "\"| ") + to);
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }

    /** Returns a text for between quotation marks: on one line, cut where it is long, all that Mermaid might read as code as a number. */
    private static String escape(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        String cut = length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
        StringBuilder escaped = new StringBuilder();
        boolean first = true;
        for (int c : cut.codePoints().toArray()) {
            boolean plain = Character.isLetterOrDigit(c) || c > 0x7F || PLAIN.indexOf(c) >= 0;
            boolean list = first && (Character.isDigit(c) || c == '-' || c == '+');
            escaped.append(plain && !list ? Character.toString(c) : "#" + c + ";");
            first = false;
        }
        return escaped.toString().replace("$$", "#36;#36;"); // two of them would begin a formula
    }

    /** The shape of a node. */
    private record Shape(String open, String close) {
        String around(String label) {
            return open + '"' + label + '"' + close;
        }
    }

    /** The shape for each kind of state. */
    private static final class Box implements StateVisitor<Shape> {
        private static final Shape RECTANGLE = new Shape("[", "]");
        private static final Shape WITH_BARS = new Shape("[[", "]]");

        @Override
        public Shape task(TaskState state) {
            return RECTANGLE;
        }

        @Override
        public Shape parallel(ParallelState state) {
            return WITH_BARS;
        }

        @Override
        public Shape map(MapState state) {
            return WITH_BARS;
        }

        @Override
        public Shape pass(PassState state) {
            return new Shape("[/", "/]");
        }

        @Override
        public Shape waiting(WaitState state) {
            return new Shape("(", ")");
        }

        @Override
        public Shape choice(ChoiceState state) {
            return new Shape("{", "}");
        }

        @Override
        public Shape succeed(SucceedState state) {
            return new Shape("([", "])");
        }

        @Override
        public Shape fail(FailState state) {
            return new Shape("{{", "}}");
        }

        @Override
        public Shape unknown(UnknownState state) {
            return new Shape(">", "]");
        }
    }
}
