package dev.stepwright.server.page;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.DefinitionEdit;
import dev.stepwright.asl.edit.NewState;
import dev.stepwright.asl.edit.WayEdit;
import dev.stepwright.server.api.Length;
import dev.stepwright.server.api.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change that somebody has chosen in the picture of a definition, and what it needs.
 *
 * @param state the state that it is about
 * @param type of a new state
 * @param next the state to lead to; empty for an end
 * @param name to give to the state
 * @param way to put a state on
 */
record DesignerChange(
        Kind kind, String state, Optional<String> type, Optional<String> next, Optional<String> name, Way way) {
    enum Kind {
        ADD_BEFORE,
        ADD_AFTER,
        ADD_FIRST,
        ADD_ON_WAY,
        COPY,
        LEAD_TO,
        MOVE,
        REMOVE,
        RENAME
    }

    private static final List<String> KINDS =
            Stream.of(Kind.values()).map(Kind::name).toList();

    /**
     * A way in the picture.
     *
     * @param from a state; empty for the start
     * @param to a state; empty for an end
     * @param isCaught whether it is that of Catch rules
     */
    record Way(Optional<String> from, Optional<String> to, boolean isCaught) {
        private WayEdit in(StateMachineDefinition definition) {
            if (from.isEmpty()) {
                return WayEdit.start(definition, to.orElse(""));
            }
            if (to.isEmpty()) {
                return WayEdit.end(definition, from.get());
            }
            return isCaught
                    ? WayEdit.caught(definition, from.get(), to.get())
                    : WayEdit.between(definition, from.get(), to.get());
        }
    }

    static DesignerChange of(Members in) {
        return new DesignerChange(
                Kind.valueOf(in.requiredWord("change", KINDS)),
                name(in, "state").orElse(""),
                Optional.ofNullable(in.optionalText("type", Length.NAME)),
                name(in, "next"),
                name(in, "name"),
                new Way(name(in, "from"), name(in, "to"), in.flag("caught")));
    }

    private static Optional<String> name(Members in, String member) {
        return Optional.ofNullable(in.optionalText(member, Length.DATA));
    }

    /** @throws IllegalArgumentException if the change cannot be made */
    DefinitionEdit.Result in(StateMachineDefinition definition) {
        return switch (kind) {
            case ADD_BEFORE -> at(definition).addBefore(newState());
            case ADD_AFTER -> at(definition).addAfter(newState());
            case ADD_FIRST -> DefinitionEdit.first(definition, newState(), name.orElse(""));
            case ADD_ON_WAY -> way.in(definition).add(newState());
            case COPY -> at(definition).copy();
            case LEAD_TO ->
                next.isPresent()
                        ? at(definition).leadTo(next.get())
                        : at(definition).end();
            case MOVE -> way.in(definition).move(state);
            case REMOVE -> at(definition).remove();
            case RENAME -> at(definition).rename(name.orElse(""));
        };
    }

    private DefinitionEdit at(StateMachineDefinition definition) {
        return DefinitionEdit.at(definition, state);
    }

    private NewState newState() {
        return type.flatMap(NewState::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a new state has a type: Task, Pass, Choice, Wait, Parallel, Map, Succeed or Fail"));
    }
}
