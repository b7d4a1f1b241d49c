package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.edit.DefinitionText;
import dev.stepwright.asl.edit.FieldEdit;
import dev.stepwright.server.api.Length;
import dev.stepwright.server.api.Members;
import dev.stepwright.types.DataFlow;
import dev.stepwright.types.KnownPaths;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import dev.stepwright.types.StateEntry;
import dev.stepwright.validation.KnownFields;
import dev.stepwright.validation.KnownFields.KnownField;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the designer asks of the fields of a definition: those of one object, and the text after one was changed. Nothing is kept. */
final class FieldAnswers {
    private static final List<String> CHANGES = List.of("SET", "REMOVE", "MOVE_UP", "ADD", "TURN_INTO");

    private static final Length TYPED = new Length(0, Length.DEFINITION.atMost());

    private FieldAnswers() {}

    /**
     * Returns the fields of a machine or a state as {@code html}; of a state whose input is known its {@code paths} and an {@code example}.
     *
     * @param request {@code definition}, the text, and {@code at}, where the state stands; empty for the machine
     * @throws IllegalArgumentException if nothing with fields stands there
     */
    static ObjectNode fields(JsonNode request) {
        Members in = Members.of(request);
        String text = in.text("definition", Length.DEFINITION);
        JsonPointer at = JsonPointer.compile(in.text("at", Length.DATA));
        in.check();
        AslDocument document = DesignerAnswers.document(text);
        Map<JsonPointer, KnownFields> known = KnownFields.of(document);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("html", FieldForm.of(known, at));
        ArrayNode paths = answer.putArray("paths");
        Shape input = DataFlow.entries(document.definition(), KnownShapes.NONE)
                .getOrDefault(at, StateEntry.UNKNOWN)
                .input();
        KnownPaths.of(input, FieldForm.object(known, at).language())
                .forEach(path -> paths.addObject().put("path", path.path()).put("kind", path.kind()));
        return answer.put("example", InputSkeleton.textOf(input));
    }

    /**
     * Returns the {@code definition} after a change, the rest of its text as it was.
     *
     * @param request {@code definition}, the {@code change}, {@code at}, where it is made, and for {@code SET} and {@code TURN_INTO} the {@code value}
     *     as it is typed; an empty one takes the field away
     * @throws IllegalArgumentException if the change cannot be made
     */
    static ObjectNode change(JsonNode request) {
        Members in = Members.of(request);
        String text = in.text("definition", Length.DEFINITION);
        JsonPointer at = JsonPointer.compile(in.text("at", Length.DATA));
        String change = in.requiredWord("change", CHANGES);
        String value = in.optionalText("value", TYPED);
        in.check();
        AslDocument document = DesignerAnswers.document(text);
        StateMachineDefinition changed =
                changed(document, FieldEdit.at(document.definition(), at), at, change, value == null ? "" : value);
        return JsonNodeFactory.instance.objectNode().put("definition", DefinitionText.of(document, changed));
    }

    private static StateMachineDefinition changed(
            AslDocument document, FieldEdit edit, JsonPointer at, String change, String value) {
        return switch (change) {
            case "REMOVE" -> edit.remove();
            case "MOVE_UP" -> edit.moveUp();
            case "ADD" -> edit.add();
            case "TURN_INTO" -> edit.turnInto(value);
            default -> value.isEmpty() ? edit.remove() : edit.set(FieldText.valueOf(field(document, at), value));
        };
    }

    private static KnownField field(AslDocument document, JsonPointer at) {
        KnownFields object = KnownFields.of(document).get(at.head());
        return (object == null ? List.<KnownField>of() : object.fields())
                .stream()
                        .filter(field -> field.name().equals(at.last().getMatchingProperty()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("ASL has no field \"" + at + "\" here"));
    }
}
