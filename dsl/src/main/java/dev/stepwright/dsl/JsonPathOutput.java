package dev.stepwright.dsl;

import dev.stepwright.dsl.tree.Origin.Place;
import dev.stepwright.dsl.tree.Tree;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a state that does some work gives: its {@code ResultSelector}, {@code ResultPath} and {@code OutputPath}. */
final class JsonPathOutput {
    private final JsonPathData data;
    private final ActionNode state;
    private final ObjectNode node;

    JsonPathOutput(JsonPathData data, ActionNode state, ObjectNode node) {
        this.data = data;
        this.state = state;
        this.node = node;
    }

    void write(Tree output) {
        if (output instanceof Tree.Within within) {
            part(within);
        } else if (output.equals(ActionNode.RESULT)) {
            node.put("ResultPath", "$");
        } else if (output instanceof Tree.Merge merge) {
            merge(merge);
        } else if (output instanceof Tree.Selection selection) {
            selection(selection);
        } else if (output instanceof Tree.Verbatim verbatim && verbatim.path()) {
            node.put("OutputPath", verbatim.json().stringValue());
        } else {
            made(output);
        }
    }

    private void part(Tree.Within within) {
        boolean ofResult = within.place() instanceof Tree.Selection place && place.origin() == Place.RESULT;
        if (ofResult) {
            node.put("OutputPath", data.text(state.name(), Place.RESULT).path(within.inlined()));
        } else {
            write(within.place());
            data.path(state.name(), "OutputPath", within.value(), node);
        }
    }

    private void merge(Tree.Merge merge) {
        if (merge.value().equals(ActionNode.RESULT)) {
            node.put("ResultPath", data.place(state.name(), merge));
        } else {
            data.limit(
                    state.name(),
                    "putting a part of the result into a field of the input needs JSONata: "
                            + "lambda:invoke and startExecution return an envelope",
                    "with JSONPath select an object of the result first, or use QueryLanguage.JSONATA");
        }
    }

    private void selection(Tree.Selection selection) {
        Place document = selection.origin() == Place.RESULT ? Place.RESULT : Place.INPUT;
        if (document == Place.INPUT) {
            node.putNull("ResultPath");
        }
        if (!selection.equals(ActionNode.INPUT)) {
            node.put("OutputPath", data.text(state.name(), document).path(selection));
        }
    }

    private void made(Tree output) {
        if (reads(output, Place.INPUT)) {
            data.limit(
                    state.name(),
                    "an output built from the input and the result needs JSONata",
                    "with JSONPath use resultInto(field), or use QueryLanguage.JSONATA");
        } else if (state.data().selector() != null) {
            data.limit(
                    state.name(),
                    "a selected result with a separate output needs JSONata",
                    "with JSONPath put both into one select, or use QueryLanguage.JSONATA");
        } else {
            node.set("ResultSelector", data.text(state.name(), Place.RESULT).template(output));
        }
    }

    private static boolean reads(Tree tree, Place place) {
        return tree instanceof Tree.Selection selection && selection.origin().equals(place)
                || tree.parts().stream().anyMatch(part -> reads(part, place));
    }
}
