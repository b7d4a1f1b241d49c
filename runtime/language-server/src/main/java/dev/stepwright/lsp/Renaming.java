package dev.stepwright.lsp;

import dev.stepwright.asl.edit.DefinitionEdit;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import dev.stepwright.lsp.StateNames.Name;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
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
     * @throws IllegalArgumentException if the state cannot have that name, or the text is not to be changed wherever it is named
     */
    static WorkspaceEdit of(OpenDefinition definition, Position cursor, String newName) {
        Optional<Name> renamed = at(definition, cursor);
        if (renamed.isEmpty()) {
            return new WorkspaceEdit();
        }
        // Refuses what is no name, or the name of another state.
        DefinitionEdit.at(definition.machine(), renamed.get().state()).rename(newName);
        Fix everywhere = new Fix.Together(new StateNames(definition)
                .same(renamed.get()).stream().map(name -> name.renamed(newName)).toList());
        List<TextChange> changes = everywhere.in(definition.document());
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(
                    "the name does not stand in the text as it is read, or cannot be written there");
        }
        return CodeActions.edit(definition.open(), changes);
    }
}
