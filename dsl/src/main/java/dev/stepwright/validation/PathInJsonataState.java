package dev.stepwright.validation;

import tools.jackson.databind.node.StringNode;

/** A text in a JSONata state reads like a path or an intrinsic function of JSONPath. */
final class PathInJsonataState extends Rule {
    PathInJsonataState() {
        super("ASL-JNT-007", Severity.WARNING, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions().stream()
                .filter(site -> Text.looksLikePath(StringNode.valueOf(site.text())))
                .forEach(site -> findings.add(at(
                        site.pointer(),
                        "%s is passed on as this text; in a JSONata state write an expression such as {%% $states.input.x %%}"
                                .formatted(Words.quote(site.text())))));
    }
}
