package dev.stepwright.validation.rule;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import tools.jackson.databind.JsonNode;

/** An array that needs elements has none; the rules that say so differ in the kind of object and the field. */
public final class EmptyArray extends Rule {
    private final Kind kind;
    private final String field;
    private final String element;

    public EmptyArray(String id, Kind kind, String field, String element) {
        super(id, Severity.ERROR, SCHEMA);
        this.kind = kind;
        this.field = field;
        this.element = element;
    }

    @Override
    protected void check(Part part, Findings findings) {
        JsonNode array = part.value(field);
        if (part.kind() == kind && array.isArray() && array.isEmpty()) {
            findings.add(
                    at(part.at(field), field + " is empty; " + part.kind().noun() + " needs at least one " + element)
                            .service(ServiceWords.EMPTY, part.at(field)));
        }
    }
}
