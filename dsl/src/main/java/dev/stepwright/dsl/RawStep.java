package dev.stepwright.dsl;

import dev.stepwright.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A state as its JSON stands, with its types as the caller says.
 *
 * @param <I> the type of the input
 * @param <O> the type of the output
 */
public final class RawStep<I, O> implements Step<I, O> {
    private final StateNode.Raw node;

    RawStep(StateNode.Raw node) {
        this.node = node;
    }

    @Override
    public StateNode.Raw node() {
        return node;
    }

    /**
     * Says where a transition other than {@code Next} leads.
     *
     * @param place a JSON pointer to where in the state the name of the target stands, such as {@code /Catch/0/Next}
     */
    public RawStep<I, O> to(String place, Flow<?, ?> target) {
        JsonPointer pointer = JsonPointer.compile(place);
        if (!(node.json().at(pointer.head()) instanceof ObjectNode)) {
            throw new IllegalArgumentException("the state \"" + node.name() + "\" has no object at " + pointer.head()
                    + ": " + JsonText.excerpt(node.json()));
        }
        List<StateNode.Way> ways = new ArrayList<>(node.ways());
        ways.add(new StateNode.Way(pointer, target.node()));
        return new RawStep<>(new StateNode.Raw(node.id(), node.json(), node.output(), ways));
    }
}
