package dev.stepwright.validation.limit;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Template;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is written into a state is more than a state may hand on, whatever is put in besides. */
final class LiteralTooLarge extends Rule {
    private static final int MOST = 262_144;
    private static final int MOST_BYTES_OF_CHARACTER = 3;
    private static final List<String> FIELDS = List.of(
            "Result", "Parameters", "Arguments", "ResultSelector", "ItemSelector", "BatchInput", "Output", "Assign");

    LiteralTooLarge() {
        super("ASL-LIM-001", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (machine.document().asl().length() > MOST / MOST_BYTES_OF_CHARACTER) {
            super.check(machine, findings);
        }
    }

    @Override
    protected void check(Part part, Findings findings) {
        for (String field : FIELDS) {
            if (part.has(field) && Fields.find(part.kind(), field).isPresent()) {
                long size = size(part.value(field), !field.equals("Result"));
                if (size > MOST) {
                    findings.add(atName(
                            part.at(field),
                            String.format(
                                    Locale.ROOT,
                                    "%s has at least %,d bytes, but the input or output of a state can have at most %,d; store the data in S3 and pass its key",
                                    field,
                                    size,
                                    MOST)));
                }
            }
        }
    }

    /** Returns how many bytes a value has at least as JSON, without blanks and without what is not known yet. */
    private static long size(JsonNode value, boolean isTemplate) {
        if (value.isString()) {
            boolean known = !Text.isUnknown(value) && !(isTemplate && Text.isExpression(value));
            return known ? bytes(value.stringValue()) + 2 : 0;
        }
        if (!value.isContainer()) {
            return bytes(value.toString());
        }
        long size = 1;
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            size += bytes(member.getKey()) + 4;
            size += isTemplate && Template.isEvaluated(member.getKey()) ? 0 : size(member.getValue(), isTemplate);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            size += size(value.get(i), isTemplate) + 1;
        }
        return size;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
