package dev.stepwright.validation.document;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;

/** A JSONPath state in a machine that says JSONata. */
final class LanguageDowngrade extends Rule {
    LanguageDowngrade() {
        super("ASL-TOP-009", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (machine.language() == QueryLanguage.JSONATA) {
            machine.parts().stream()
                    .filter(part -> part.isState() && !part.isJsonata())
                    .forEach(state -> findings.add(at(
                                    state.at("QueryLanguage"),
                                    "state %s cannot use JSONPath, because the machine uses JSONata; write it in JSONata, or set JSONPath for the machine and JSONata for its other states"
                                            .formatted(Words.quote(state.name())))
                            .service(
                                    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
                                    state.pointer())));
        }
    }
}
