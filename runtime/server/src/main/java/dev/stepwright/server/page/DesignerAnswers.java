package dev.stepwright.server.page;

import dev.stepwright.asl.AslDocument;
import dev.stepwright.asl.ChoiceState;
import dev.stepwright.asl.FailState;
import dev.stepwright.asl.State;
import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.SucceedState;
import dev.stepwright.asl.edit.DefinitionEdit;
import dev.stepwright.asl.edit.DefinitionText;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.asl.edit.TextChange;
import dev.stepwright.diagram.Diagram;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.json.Lines;
import dev.stepwright.json.Position;
import dev.stepwright.server.api.Length;
import dev.stepwright.server.api.Members;
import dev.stepwright.validation.Diagnostic;
import dev.stepwright.validation.Validator;
import dev.stepwright.validation.WorkflowType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the designer asks of a text in an editor: its picture with all findings, and the text after a change. Nothing is kept. */
final class DesignerAnswers {
    private static final String NAME = "machine";

    /** Who has taken everything away is told what is missing, as of any other text. */
    private static final Length TYPED = new Length(0, Length.DEFINITION.atMost());

    private DesignerAnswers() {}

    /**
     * Returns {@code findings}, each with its {@code fixes}, and of a text that is a JSON object {@code svg}, {@code states} and the {@code input} to
     * begin with, too. A fix is a {@code text}, what it does, and {@code changes}: what is {@code written} from {@code start} to before {@code end},
     * both counted in characters of UTF-16 from 0.
     *
     * @param request {@code definition}, the text, and the {@code type} of the machine
     */
    static ObjectNode picture(JsonNode request) {
        Members in = Members.of(request);
        String text = in.text("definition", TYPED);
        WorkflowType type = "EXPRESS".equals(in.word("type", List.of("STANDARD", "EXPRESS")))
                ? WorkflowType.EXPRESS
                : WorkflowType.STANDARD;
        in.check();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = answer.putArray("findings");
        try {
            AslDocument document = AslDocument.parseUnfilled(NAME, text);
            Lines lines = new Lines(text);
            Validator.validate(document, type).forEach(found -> fixes(document, lines, found, add(findings, found)));
            if (document.root().isObject()) {
                StateMachineDefinition machine = document.definition();
                answer.put("svg", Diagram.of(machine).toSvg());
                answer.put("input", InputSkeleton.textOf(machine));
                states(document, answer.putArray("states"));
            }
        } catch (JsonSyntaxException e) {
            add(findings, Validator.notJson(e));
        }
        return answer;
    }

    /**
     * Returns the {@code definition} with a member on each line.
     *
     * @throws IllegalArgumentException if the text is no JSON object
     */
    static ObjectNode layout(JsonNode request) {
        Members in = Members.of(request);
        String text = in.text("definition", Length.DEFINITION);
        in.check();
        return JsonNodeFactory.instance.objectNode().put("definition", Layout.of(document(text)));
    }

    /** Returns where its fixes go. */
    private static ArrayNode add(ArrayNode findings, Diagnostic found) {
        return findings.addObject()
                .put("severity", found.severity().name().toLowerCase(Locale.ROOT))
                .put("rule", found.rule())
                .put("at", found.pointer().toString())
                .put("line", found.position().line())
                .put("column", found.position().column())
                .put("message", found.message())
                .putArray("fixes");
    }

    private static void fixes(AslDocument document, Lines lines, Diagnostic found, ArrayNode fixes) {
        for (Fix fix : found.fixes()) {
            List<TextChange> changes = fix.in(document);
            if (!changes.isEmpty()) {
                ArrayNode made = fixes.addObject().put("text", fix.text()).putArray("changes");
                changes.forEach(change -> made.addObject()
                        .put("start", lines.offset(change.start()))
                        .put("end", lines.offset(change.end()))
                        .put("written", change.written()));
            }
        }
    }

    private static void states(AslDocument document, ArrayNode answer) {
        int scope = 0;
        for (StateMachineDefinition machine : document.definition().scopes()) {
            for (State state : machine.states().values()) {
                Position position = document.keyPosition(state.pointer());
                ObjectNode told = answer.addObject()
                        .put("name", state.name())
                        .put("at", state.pointer().toString())
                        .put("type", state.text("Type").orElse(""))
                        .put("scope", scope)
                        .put("last", state instanceof SucceedState || state instanceof FailState)
                        .put("line", position.line())
                        .put("column", position.column());
                Optional<String> next = state instanceof ChoiceState choice ? choice.defaultTarget() : state.next();
                next.ifPresent(name -> told.put("next", name));
            }
            scope++;
        }
    }

    /**
     * Returns the {@code definition} after a change, the rest of its text as it was, and which {@code state} to look at then.
     *
     * @param request {@code definition}, the {@code change}, and what it needs: the {@code state} that it is about, the {@code type} of a new
     *     state, the {@code next} state, a {@code name}, or a way: {@code from} a state, nothing for the start, {@code to} a state, nothing
     *     for an end, and whether errors are {@code caught} there
     * @throws IllegalArgumentException if the change cannot be made
     */
    static ObjectNode change(JsonNode request) {
        Members in = Members.of(request);
        String text = in.text("definition", Length.DEFINITION);
        DesignerChange change = DesignerChange.of(in);
        in.check();
        AslDocument document = document(text);
        DefinitionEdit.Result result = change.in(document.definition());
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("definition", DefinitionText.of(document, result.definition()));
        result.state().ifPresent(at -> answer.put("state", at));
        return answer;
    }

    /** @throws IllegalArgumentException if the text is no JSON object in which placeholders may stand bare */
    static AslDocument document(String text) {
        try {
            AslDocument document = AslDocument.parseUnfilled(NAME, text);
            document.definition();
            return document;
        } catch (JsonSyntaxException | IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
