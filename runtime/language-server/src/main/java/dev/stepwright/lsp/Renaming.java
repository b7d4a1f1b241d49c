package dev.stepwright.lsp;

import dev.stepwright.asl.edit.DefinitionEdit;
import dev.stepwright.asl.edit.Quotes;
import dev.stepwright.lsp.StateNames.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;

/** Gives a state another name, wherever the text has it. */
final class Renaming {
    private Renaming() {}

    /** Returns the name that a cursor is at, if it is that of a state which is there. */
    static Optional<Name> at(OpenDefinition definition, Position cursor) {
        return new StateNames(definition)
                .at(cursor)
                .filter(name -> name.target().isPresent());
    }

    /**
     * Returns the changes; none if the cursor is at no state's name.
     *
     * @throws IllegalArgumentException if the state cannot have that name
     */
    static WorkspaceEdit of(OpenDefinition definition, Position cursor, String newName) {
        Optional<Name> renamed = at(definition, cursor);
        if (renamed.isEmpty()) {
            return new WorkspaceEdit();
        }
        // Refuses what is no name, or the name of another state.
        DefinitionEdit.at(definition.machine(), renamed.get().state()).rename(newName);
        OpenText open = definition.open();
        List<TextEdit> edits = new StateNames(definition)
                .same(renamed.get()).stream()
                        .map(name -> new TextEdit(
                                name.range(),
                                Quotes.of(open.tokens().text(name.range())).around(newName)))
                        .toList();
        return new WorkspaceEdit(Map.of(open.uri(), edits));
    }
}
