package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.template.PlacedDefinition;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.StateEntry;
import dev.stepwright.types.TaskShape;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import tools.jackson.core.JsonPointer;

/** A definition in an open text: all of it, or that of a machine in a template. */
record OpenDefinition(OpenText open, PlacedDefinition placed) {
    AslDocument document() {
        return placed.document();
    }

    StateMachineDefinition machine() {
        return document().definition();
    }

    /** Returns where a value stands, with all that is in it. */
    Range range(JsonPointer at) {
        return new Range(
                Tokens.place(document().position(at)), Tokens.place(document().endPosition(at)));
    }

    Position start() {
        return range(JsonPointer.empty()).getStart();
    }

    /** Returns where the name of a member stands. */
    Range name(JsonPointer at) {
        return open.tokens().at(document().keyPosition(at));
    }

    /** Returns what each Task state gets and gives. */
    List<TaskShape> tasks() {
        StateMachineDefinition machine = placed.filled().definition();
        return DataFlow.analyze(machine, open.known(placed.home(), machine)).tasks();
    }

    /** Returns what each state starts with. */
    Map<JsonPointer, StateEntry> entries() {
        StateMachineDefinition machine = placed.filled().definition();
        return DataFlow.entries(machine, open.known(placed.home(), machine));
    }
}
