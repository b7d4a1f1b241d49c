package dev.stepwright.validation;

/** A Map state has no item processor, or two. */
final class NotOneProcessor extends Rule {
    NotOneProcessor() {
        super("ASL-MAP-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (part.kind() != Kind.MAP) {
            return;
        }
        if (part.has("ItemProcessor") && part.has("Iterator")) {
            findings.add(atName(
                            part.at("Iterator"),
                            "%s has both ItemProcessor and Iterator; Iterator is the old name, remove it"
                                    .formatted(part.noun()))
                    .service("You cannot set both 'ItemProcessor' and 'Iterator'", part.pointer()));
        } else if (!part.has("ItemProcessor") && !part.has("Iterator")) {
            Finding finding = atName(
                            part.pointer(),
                            "Map state %s needs ItemProcessor, an object with the States that run for each item"
                                    .formatted(Words.quote(part.name())))
                    .service("These fields are required: [ItemProcessor]", part.pointer());
            findings.add(part.misspells("ItemProcessor") || part.misspells("Iterator") ? finding.theirs() : finding);
        }
    }
}
