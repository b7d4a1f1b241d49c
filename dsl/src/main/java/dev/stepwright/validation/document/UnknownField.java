package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;

/**
 * A field that no object of this kind has. A field that other types of states have is {@link MisplacedField}, {@code Next} in a nested
 * rule is ASL-CHO-003.
 */
final class UnknownField extends Rule {
    UnknownField() {
        super("ASL-TOP-006", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.UNKNOWN_STATE || isOfWorker(part)) {
            return;
        }
        for (String name : part.unknownFields()) {
            if (part.kind() == Kind.NESTED_RULE && name.equals("Next")) {
                continue;
            }
            List<String> known = part.absentFields();
            // A field of states is no slip, wherever it stands.
            Optional<String> near = Fields.isStateField(name) ? Optional.empty() : new Names(known).nearest(name);
            Finding finding = atName(part.at(name), message(part, name, known, near))
                    .service(ServiceWords.unsupported(name), part.pointer())
                    .mendedBy(near.map(field -> Fix.spell(part.at(name), field)));
            findings.add(ScopeFieldMissing.isNone(part) ? finding.theirs() : finding);
        }
    }

    /** Returns whether these are credentials that name no role, which workers that are none of AWS may take. */
    private static boolean isOfWorker(Part part) {
        return part.kind() == Kind.CREDENTIALS && !part.has("RoleArn") && !part.has("RoleArn.$");
    }

    private static String message(Part part, String name, List<String> known, Optional<String> near) {
        return "unknown field %s in %s%s"
                .formatted(
                        Words.quote(name),
                        part.kind().noun(),
                        near.isEmpty() ? others(part, known) : Words.didYouMean(near));
    }

    private static String others(Part part, List<String> known) {
        return part.kind() == Kind.CREDENTIALS
                ? "; they can only have RoleArn"
                : "; it can also have " + Words.fields(known);
    }
}
