package dev.stepwright.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** States one after the other; none at all goes straight on. */
record Flow(List<Code> elements, Kind kind) {
    /** States whose type javac cannot tell if another call follows. */
    private static final List<String> UNTYPED = List.of("pass", "waitFor", "waitUntil", "proceed");

    Flow {
        elements = List.copyOf(elements);
    }

    /** How a flow ends. */
    enum Kind {
        /** Control comes out of it and goes on with what follows. */
        OPEN("Step"),
        /** It ends its scope. */
        CLOSED("Terminal"),
        /** It fails or jumps. */
        HALT("Halt");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** Returns how a choice between flows ends: all of them end, or those go on that come back. */
        static Kind ofChoice(List<Flow> branches) {
            Set<Kind> kinds = branches.stream().map(Flow::kind).collect(Collectors.toSet());
            return kinds.contains(CLOSED) ? CLOSED : kinds.contains(OPEN) ? OPEN : HALT;
        }

        /** Returns the type of such a flow whose data is of one type all the way. */
        String of(String data) {
            return type + "<" + data + ", " + data + ">";
        }
    }

    /** Returns the flow as one expression. */
    Code code(String type) {
        if (elements.isEmpty()) {
            return Code.call("proceed");
        }
        Code head = elements.get(0);
        if (elements.size() == 1) {
            return head;
        }
        List<Code> rest = new ArrayList<>(elements);
        Code chain = isUntyped(head) ? given(type) : rest.remove(0);
        for (Code element : rest) {
            chain = chain.then(Code.call("then", element));
        }
        return chain;
    }

    /** Returns whether only what stands around a state tells its type; calls on a wait leave that so. */
    private static boolean isUntyped(Code state) {
        Code made = state instanceof Code.Chain chain
                        && chain.head() instanceof Code.Call call
                        && call.name().startsWith("wait")
                ? chain.head()
                : state;
        return made instanceof Code.Call call && UNTYPED.contains(call.name());
    }

    /** Returns how many calls there are in it, which tells how much there is to read. */
    int calls() {
        return elements.stream().mapToInt(Code::size).sum();
    }

    /** Returns whether the flow is one call or variable at the most. */
    boolean isPlain() {
        return elements.size() <= 1 && elements.stream().noneMatch(Code.Chain.class::isInstance);
    }

    /** Returns whether the flow is nothing but a Fail state. */
    boolean isFailure() {
        return elements.size() == 1
                && elements.get(0) instanceof Code.Call call
                && call.name().equals("fail");
    }

    private static Code given(String type) {
        return Code.call("given", Code.word(type + ".class"));
    }

    /** Returns the flow as one that begins by naming its type. */
    Code typed(String type) {
        Code chain = given(type);
        for (Code element : elements) {
            chain = chain.then(Code.call("then", element));
        }
        return chain;
    }

    /** Returns the flow as one that ends its scope. */
    Code closed(String type) {
        if (kind != Kind.OPEN) {
            return code(type);
        }
        boolean untyped = elements.size() == 1 && isUntyped(elements.get(0));
        return (untyped ? typed(type) : code(type)).then(Code.call("end"));
    }
}
