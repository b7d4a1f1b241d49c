package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** {@code States.ALL} is not alone in its rule, or its rule is not the last. */
final class AllNotLast extends Rule {
    AllNotLast() {
        super("ASL-ERR-002", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        for (String field : List.of("Retry", "Catch")) {
            JsonNode rules = part.value(field);
            if (!part.isState()
                    || !rules.isArray()
                    || Fields.find(part.kind(), field).isEmpty()) {
                continue;
            }
            for (int i = 0; i < rules.size(); i++) {
                check(part.at(field).appendIndex(i), rules.get(i), i == rules.size() - 1, findings);
            }
        }
    }

    private void check(JsonPointer pointer, JsonNode rule, boolean isLast, Findings findings) {
        JsonNode names = rule.path("ErrorEquals");
        for (int i = 0; names.isArray() && i < names.size(); i++) {
            if (names.get(i).asString("").equals("States.ALL") && (names.size() > 1 || !isLast)) {
                String problem = names.size() > 1
                        ? "States.ALL matches all errors and must stand alone; remove the other names, or move it to a rule of its own at the end"
                        : "States.ALL matches all errors, so the rules after it never apply; move this rule to the end";
                JsonPointer place = pointer.appendProperty("ErrorEquals").appendIndex(i);
                findings.add(at(place, problem).service("States.ALL must appear alone and at end of list", place));
                return;
            }
        }
    }
}
