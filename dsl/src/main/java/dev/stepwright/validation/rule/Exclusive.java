package dev.stepwright.validation.rule;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import java.util.List;

/** Two fields of which an object may have only one; the rules that say so differ in the fields. */
public final class Exclusive extends Rule {
    private final Kind kind;
    private final String[][] pairs;

    public Exclusive(String id, Kind kind, String[]... pairs) {
        super(id, Severity.ERROR, SCHEMA);
        this.kind = kind;
        this.pairs = pairs;
    }

    /** A field and the one that takes its value from a path. */
    public static String[] path(String field) {
        return new String[] {field, field + "Path"};
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != kind && !(kind == Kind.MAP && part.kind().isMapPart()) || part.isJsonata()) {
            return;
        }
        for (String[] pair : pairs) {
            if (part.has(pair[0]) && part.has(pair[1])) {
                findings.add(atName(
                                part.at(pair[1]),
                                "%s has both %s and %s; remove one".formatted(Words.noun(part), pair[0], pair[1]))
                        .service(ServiceWords.onlyOneOf(List.of(pair)), part.pointer())
                        .mendedBy(Fix.remove(part.at(pair[1])), Fix.remove(part.at(pair[0]))));
            }
        }
    }
}
