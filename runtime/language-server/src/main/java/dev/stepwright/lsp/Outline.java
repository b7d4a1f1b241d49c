package dev.stepwright.lsp;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import tools.jackson.core.JsonPointer;

/** The states of a text, those of branches and item processors within the state that has them, those of a template within their machine. */
final class Outline {
    private Outline() {}

    /** Returns them in the order of the text; none while it cannot be read. */
    static List<DocumentSymbol> of(OpenText open) {
        return open.definitions().stream().flatMap(Outline::symbols).toList();
    }

    private static Stream<DocumentSymbol> symbols(OpenDefinition definition) {
        List<DocumentSymbol> states = states(definition, List.of(definition.machine()));
        return definition.placed().logicalId().stream()
                .map(id -> machine(definition, id, states))
                .findFirst()
                .map(Stream::of)
                .orElseGet(states::stream);
    }

    private static DocumentSymbol machine(OpenDefinition definition, String id, List<DocumentSymbol> states) {
        Range range = definition.range(JsonPointer.empty());
        Range start = new Range(range.getStart(), range.getStart());
        return new DocumentSymbol(id, SymbolKind.Class, range, start, "", states);
    }

    private static List<DocumentSymbol> states(OpenDefinition definition, List<StateMachineDefinition> machines) {
        return machines.stream()
                .flatMap(machine -> machine.states().values().stream())
                .map(state -> symbol(definition, state))
                .toList();
    }

    private static DocumentSymbol symbol(OpenDefinition definition, State state) {
        Range name = definition.name(state.pointer());
        return new DocumentSymbol(
                state.name().isBlank() ? "(no name)" : state.name(),
                state.subMachines().isEmpty() ? SymbolKind.Function : SymbolKind.Module,
                Tokens.from(name, definition.range(state.pointer()).getEnd()),
                name,
                state.text("Type").orElse(""),
                states(definition, state.subMachines()));
    }

    /** Returns the lines of each state that has several. */
    static List<FoldingRange> folds(OpenText open) {
        return of(open).stream()
                .flatMap(Outline::withInner)
                .map(DocumentSymbol::getRange)
                .filter(range -> range.getEnd().getLine() > range.getStart().getLine())
                .map(range -> new FoldingRange(
                        range.getStart().getLine(), range.getEnd().getLine()))
                .toList();
    }

    private static Stream<DocumentSymbol> withInner(DocumentSymbol symbol) {
        return Stream.concat(Stream.of(symbol), symbol.getChildren().stream().flatMap(Outline::withInner));
    }
}
