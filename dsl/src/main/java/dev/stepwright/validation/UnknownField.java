package dev.stepwright.validation;

import java.util.List;

/** A field that no object of this kind has. A field that other types of states have is {@link MisplacedField},
 * {@code Next} in a nested rule is {@link BadNestedRule}. */
final class UnknownField extends Rule {
    UnknownField() {
        super("ASL-TOP-006", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() == Kind.UNKNOWN_STATE || part.kind() == Kind.CREDENTIALS) {
            return;
        }
        for (String name : part.unknownFields()) {
            if (part.kind() == Kind.NESTED_RULE && name.equals("Next")) {
                continue;
            }
            findings.add(atName(part.at(name), message(part, name))
                    .service("Field '" + name + "' is not supported", part.pointer()));
        }
    }

    private static String message(Part part, String name) {
        List<String> known = part.absentFields();
        String near = Words.didYouMean(new Names(known), name);
        return "unknown field %s in %s%s"
                .formatted(
                        Words.quote(name),
                        part.kind().noun(),
                        near.isEmpty() ? "; it may also have " + Words.fields(known) : near);
    }
}
