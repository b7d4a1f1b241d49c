package dev.stepwright.lsp;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;

/** The states of a definition, those of branches and item processors within the state that has them. */
final class Outline {
    private final OpenDefinition open;
    private final AslDocument document;

    private Outline(OpenDefinition open, AslDocument document) {
        this.open = open;
        this.document = document;
    }

    /** Returns them in the order of the text; none while it cannot be read. */
    static List<DocumentSymbol> of(OpenDefinition open) {
        return open.definition()
                .map(machine -> new Outline(open, open.document().orElseThrow())
                        .states(List.of(machine), open.tokens().end()))
                .orElse(List.of());
    }

    /** What a state is goes on to the next name, or to the end of what is around. */
    private List<DocumentSymbol> states(List<StateMachineDefinition> machines, Position end) {
        List<State> states = machines.stream()
                .flatMap(machine -> machine.states().values().stream())
                .toList();
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            symbols.add(symbol(
                    states.get(i),
                    i + 1 < states.size() ? name(states.get(i + 1)).getStart() : end));
        }
        return symbols;
    }

    private Range name(State state) {
        return open.tokens().at(document.keyPosition(state.pointer()));
    }

    private DocumentSymbol symbol(State state, Position end) {
        Range name = name(state);
        return new DocumentSymbol(
                state.name().isBlank() ? "(no name)" : state.name(),
                state.subMachines().isEmpty() ? SymbolKind.Function : SymbolKind.Module,
                new Range(name.getStart(), end),
                name,
                state.text("Type").orElse(""),
                states(state.subMachines(), end));
    }
}
