package dev.stepwright.validation.error;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Error names in a rule that an earlier rule takes already. */
final class ShadowedErrorName extends Rule {
    ShadowedErrorName() {
        super("ASL-ERR-005", Severity.WARNING, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        for (String field : List.of("Retry", "Catch")) {
            JsonNode rules = part.value(field);
            if (part.isState()
                    && rules.isArray()
                    && Fields.find(part.kind(), field).isPresent()) {
                check(part.at(field), rules, findings);
            }
        }
    }

    private void check(JsonPointer pointer, JsonNode rules, Findings findings) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            List<String> names = rules.get(i)
                    .path("ErrorEquals")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .toList();
            List<String> lost =
                    names.stream().filter(name -> isTaken(name, taken)).toList();
            if (!lost.isEmpty()) {
                findings.add(at(
                        pointer.appendIndex(i).appendProperty("ErrorEquals"),
                        "an earlier rule already matches %s, so this one never does; remove it here, or put this rule first"
                                .formatted(Words.allOf(lost))));
            }
            taken.addAll(names);
        }
    }

    /** {@code States.TaskFailed} matches every error but {@code States.Timeout}; those of the language itself are left alone. */
    private static boolean isTaken(String name, Set<String> taken) {
        return taken.contains(name) || taken.contains("States.TaskFailed") && !name.startsWith("States.");
    }
}
