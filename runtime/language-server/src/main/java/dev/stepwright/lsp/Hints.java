package dev.stepwright.lsp;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.lsp.StateNames.Name;
import dev.stepwright.types.KnownPaths;
import dev.stepwright.types.KnownPaths.KnownPath;
import dev.stepwright.types.StateEntry;
import dev.stepwright.validation.KnownFields;
import dev.stepwright.validation.KnownFields.KnownField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import tools.jackson.core.JsonPointer;

/** What is told of the word that one points at: of a state what it starts with, of a field what it is for. */
final class Hints {
    private Hints() {}

    /** Returns it; nothing for other words, and while the definition cannot be read. */
    static Optional<Hover> of(OpenDefinition open, Position place) {
        return ofState(open, place).or(() -> ofField(open, place));
    }

    private static Optional<Hover> ofState(OpenDefinition open, Position place) {
        return new StateNames(open)
                .at(place)
                .flatMap(name -> name.target().map(state -> hover(text(open, name, state), name.range())));
    }

    private static String text(OpenDefinition open, Name name, State state) {
        StateMachineDefinition machine = open.machine();
        StateEntry entry = open.entries().get(state.pointer());
        StringBuilder text = new StringBuilder("**" + name.state() + "**");
        state.text("Type").ifPresent(type -> text.append(", ").append(type));
        state.text("Comment").ifPresent(comment -> text.append("  \n").append(comment));
        if (entry == null) {
            return text.append("\n\nNo way leads to it.").toString();
        }
        List<KnownPath> paths = paths(entry, state.queryLanguage(machine.queryLanguage()));
        text.append(
                paths.isEmpty() ? "\n\nIts input comes from outside; nothing is known of it." : "\n\nStarts with\n```");
        paths.forEach(path -> text.append("\n%s: %s".formatted(path.path(), path.kind())));
        return text.append(paths.isEmpty() ? "" : "\n```").toString();
    }

    /** Returns all that a state can read: its input, then its variables. */
    static List<KnownPath> paths(StateEntry entry, QueryLanguage language) {
        List<KnownPath> paths = new ArrayList<>(KnownPaths.of(entry.input(), language));
        entry.variables().forEach((name, variable) -> paths.addAll(KnownPaths.of("$" + name, variable, language)));
        return paths;
    }

    private static Optional<Hover> ofField(OpenDefinition open, Position place) {
        for (Map.Entry<JsonPointer, KnownFields> object :
                KnownFields.of(open.document()).entrySet()) {
            for (KnownField field : object.getValue().fields()) {
                Optional<Range> range = range(open, object.getKey(), field);
                if (range.filter(at -> Tokens.isIn(at, place)).isPresent()) {
                    return range.map(at -> hover(field.description(), at));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Range> range(OpenDefinition open, JsonPointer object, KnownField field) {
        return open.document().root().at(object).has(field.name())
                ? Optional.of(open.name(object.appendProperty(field.name())))
                : Optional.empty();
    }

    private static Hover hover(String text, Range range) {
        return new Hover(new MarkupContent(MarkupKind.MARKDOWN, text), range);
    }
}
