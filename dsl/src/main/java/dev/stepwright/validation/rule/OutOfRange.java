package dev.stepwright.validation.rule;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import java.util.Map;

/** A number is outside its limits; the rules that say so differ in the kind of object and the fields. */
public final class OutOfRange extends Rule {
    private final Kind kind;
    private final Map<String, Range> limits;

    public OutOfRange(String id, Kind kind, Map<String, Range> limits) {
        super(id, Severity.ERROR, SCHEMA);
        this.kind = kind;
        this.limits = limits;
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == kind || kind == Kind.MAP && part.kind().isMapPart()) {
            part.fields().stream()
                    .filter(field -> limits.containsKey(field.name()))
                    .forEach(field ->
                            limits.getOrDefault(field.name(), Range.SECONDS).check(this, part, field.name(), findings));
        }
    }
}
