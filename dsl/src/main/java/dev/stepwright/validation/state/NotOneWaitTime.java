package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;

/** A Wait state says not at all, or more than once, how long it waits. */
final class NotOneWaitTime extends Rule {
    private static final List<String> FIELDS = List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath");

    /** In the order in which the service lists them, in both languages. */
    private static final List<String> LISTED = List.of("SecondsPath", "Seconds", "TimestampPath", "Timestamp");

    NotOneWaitTime() {
        super("ASL-WAI-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() != Kind.WAIT) {
            return;
        }
        List<String> given = FIELDS.stream().filter(part::has).toList();
        List<String> allowed = part.isJsonata() ? List.of("Seconds", "Timestamp") : FIELDS;
        if (given.isEmpty()) {
            Finding finding = atName(
                            part.pointer(),
                            "state %s needs one of %s".formatted(Words.quote(part.name()), String.join(", ", allowed)))
                    .service(ServiceWords.noneOf(LISTED), part.pointer());
            findings.add(FIELDS.stream().anyMatch(part::misspells) ? finding.theirs() : finding);
        } else if (given.stream().filter(allowed::contains).count() > 1) {
            findings.add(atName(
                            part.at(given.get(1)),
                            "state %s has %s; keep only one"
                                    .formatted(Words.quote(part.name()), String.join(" and ", given)))
                    .service(ServiceWords.onlyOneOf(LISTED), part.pointer()));
        }
    }
}
