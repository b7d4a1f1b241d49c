package dev.stepwright.lsp;

import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Where the states of a definition have their names, and where these stand as targets. */
final class StateNames {
    private final OpenDefinition definition;
    private final List<Name> names = new ArrayList<>();

    /**
     * The name of a state in the text.
     *
     * @param at the state, or the target
     * @param scope the machine or sub-machine that the state is of
     * @param range the word, with its quotes
     * @param isDeclaration whether the state itself stands here; else it is a target
     */
    record Name(JsonPointer at, StateMachineDefinition scope, String state, Range range, boolean isDeclaration) {
        boolean isSame(Name other) {
            return scope.pointer().equals(other.scope.pointer()) && state.equals(other.state);
        }

        Optional<State> target() {
            return scope.state(state);
        }

        Fix renamed(String name) {
            return isDeclaration ? Fix.rename(at, name) : Fix.write(at, 0, state.length(), name);
        }
    }

    StateNames(OpenDefinition definition) {
        this.definition = definition;
        definition.machine().scopes().forEach(this::addAll);
    }

    private void addAll(StateMachineDefinition scope) {
        addTarget(scope, scope.pointer().appendProperty("StartAt"));
        for (State state : scope.states().values()) {
            JsonPointer at = state.pointer();
            names.add(new Name(at, scope, state.name(), definition.name(at), true));
            addTarget(scope, at.appendProperty("Next"));
            addTarget(scope, at.appendProperty("Default"));
            addRules(scope, at.appendProperty("Choices"));
            addRules(scope, at.appendProperty("Catch"));
        }
    }

    private void addRules(StateMachineDefinition scope, JsonPointer rules) {
        for (int i = 0; i < definition.document().root().at(rules).size(); i++) {
            addTarget(scope, rules.appendIndex(i).appendProperty("Next"));
        }
    }

    private void addTarget(StateMachineDefinition scope, JsonPointer at) {
        JsonNode target = definition.document().root().at(at);
        if (target.isString()) {
            names.add(new Name(
                    at,
                    scope,
                    target.stringValue(),
                    definition.open().tokens().at(definition.document().position(at)),
                    false));
        }
    }

    /** Returns the name that a cursor is at. */
    Optional<Name> at(Position cursor) {
        return names.stream().filter(name -> Tokens.isIn(name.range(), cursor)).findFirst();
    }

    /** Returns all names of a state, its declaration among them. */
    List<Name> same(Name name) {
        return names.stream().filter(name::isSame).toList();
    }

    /** Returns where the state is named that a cursor names. */
    List<DocumentHighlight> highlights(Position cursor) {
        return at(cursor).stream()
                .flatMap(name -> same(name).stream())
                .map(name -> new DocumentHighlight(
                        name.range(), name.isDeclaration() ? DocumentHighlightKind.Write : DocumentHighlightKind.Read))
                .toList();
    }

    /** Returns where the state stands that a cursor names. */
    List<Location> declaration(Position cursor) {
        return at(cursor).stream()
                .flatMap(name -> same(name).stream())
                .filter(Name::isDeclaration)
                .map(this::location)
                .toList();
    }

    /** Returns what leads to the state that a cursor names, and the state itself if it is asked for. */
    List<Location> references(Position cursor, boolean withDeclaration) {
        return at(cursor).stream()
                .flatMap(name -> same(name).stream())
                .filter(name -> withDeclaration || !name.isDeclaration())
                .map(this::location)
                .toList();
    }

    private Location location(Name name) {
        return new Location(definition.open().uri(), name.range());
    }
}
