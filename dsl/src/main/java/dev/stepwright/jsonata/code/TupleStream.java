package dev.stepwright.jsonata.code;

import dev.stepwright.jsonata.value.Evaluation;
import dev.stepwright.jsonata.value.Sequence;
import java.util.List;
import tools.jackson.databind.node.POJONode;

/** The tuples of a path in parentheses on their way to the path around it. */
final class TupleStream extends POJONode {
    private static final long serialVersionUID = 1L;

    private final transient List<Tuple> tuples;

    TupleStream(List<Tuple> tuples) {
        super("tuples");
        this.tuples = tuples;
    }

    List<Tuple> tuples() {
        return tuples;
    }

    static Sequence values(List<Tuple> tuples, Evaluation evaluation) {
        Sequence values = Sequence.empty();
        for (Tuple tuple : tuples) {
            evaluation.append(values, tuple.value());
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
