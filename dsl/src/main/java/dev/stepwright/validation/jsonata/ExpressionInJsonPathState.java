package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.Trail;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An expression of JSONata in a JSONPath state, where it stays as it is written. */
final class ExpressionInJsonPathState extends Rule {
    private static final List<String> FIELDS =
            List.of("Parameters", "ResultSelector", "ItemSelector", "BatchInput", "Assign", "Result", "Error", "Cause");

    ExpressionInJsonPathState() {
        super("ASL-JNT-008", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.isJsonata()) {
            FIELDS.stream()
                    .filter(field ->
                            part.has(field) && Fields.find(part.kind(), field).isPresent())
                    .forEach(field -> look(part.value(field), part.trail(field), findings));
        }
    }

    private void look(JsonNode value, Trail place, Findings findings) {
        if (Text.isExpression(value)) {
            findings.add(at(
                    place.pointer(),
                    "%s is passed on as plain text, because the state uses JSONPath; add \"QueryLanguage\": \"JSONata\" to the state"
                            .formatted(Words.show(value))));
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            look(member.getValue(), place.member(member.getKey()), findings);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            look(value.get(i), place.element(i), findings);
        }
    }
}
