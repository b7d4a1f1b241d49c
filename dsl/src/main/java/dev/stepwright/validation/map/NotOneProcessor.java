package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;

/** A Map state has no item processor, or two. */
final class NotOneProcessor extends Rule {
    private static final List<String> FIELDS = List.of("ItemProcessor", "Iterator");

    NotOneProcessor() {
        super("ASL-MAP-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != Kind.MAP) {
            return;
        }
        if (part.has("ItemProcessor") && part.has("Iterator")) {
            findings.add(atName(
                            part.at("Iterator"),
                            "%s has both ItemProcessor and Iterator; remove Iterator, the old name"
                                    .formatted(Words.noun(part)))
                    .service(ServiceWords.onlyOneOf(FIELDS), part.pointer()));
        } else if (!part.has("ItemProcessor") && !part.has("Iterator")) {
            Finding finding = atName(
                            part.pointer(),
                            "Map state %s needs ItemProcessor, an object with the States to run for each item"
                                    .formatted(Words.quote(part.name())))
                    .service(ServiceWords.noneOf(FIELDS), part.pointer());
            findings.add(part.misspells("ItemProcessor") || part.misspells("Iterator") ? finding.theirs() : finding);
        }
    }
}
