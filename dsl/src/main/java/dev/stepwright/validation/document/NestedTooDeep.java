package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonValues;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Objects and arrays are nested deeper than anybody knows AWS to take. */
final class NestedTooDeep extends Rule {
    private static final int MOST = 50;

    NestedTooDeep() {
        super("ASL-DOC-005", Severity.WARNING, "TOO_DEEPLY_NESTED");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (JsonValues.isDeeperThan(machine.document().root(), MOST)) {
            look(machine.document().root(), JsonPointer.empty(), 1, findings);
        }
    }

    private void look(JsonNode node, JsonPointer pointer, int depth, Findings findings) {
        if (depth > MOST && node.isContainer()) {
            findings.add(
                    at(
                            pointer,
                            "objects and arrays are nested deeper than " + MOST
                                    + " levels; AWS has a limit that it does not document, so move the inner states into a machine of their own"));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            look(member.getValue(), pointer.appendProperty(member.getKey()), depth + 1, findings));
        } else {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), pointer.appendIndex(i), depth + 1, findings);
            }
        }
    }
}
