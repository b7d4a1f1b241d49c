package dev.stepwright.validation.transition;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A state that goes on or ends has neither {@code Next} nor {@code End}, or both. */
final class NextOrEnd extends Rule {
    private static final List<String> FIELDS = List.of("Next", "End");

    NextOrEnd() {
        super("ASL-STA-004", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.isState() || Fields.find(part.kind(), "End").isEmpty()) {
            return;
        }
        JsonNode end = part.value("End");
        if (part.has("Next") && end.asBoolean(false)) {
            findings.add(atName(
                            part.at("End"),
                            "state %s has both Next and End; remove one".formatted(Words.quote(part.name())))
                    .service(ServiceWords.onlyOneOf(FIELDS), part.pointer())
                    .mendedBy(Fix.remove(part.at("End")), Fix.remove(part.at("Next"))));
        } else if (!part.has("Next") && end.isMissingNode()) {
            Finding finding = atName(
                            part.pointer(),
                            "state %s has neither Next nor End; add \"Next\" with the name of the next state, or \"End\": true"
                                    .formatted(Words.quote(part.name())))
                    .service(ServiceWords.noneOf(FIELDS), part.pointer())
                    .mendedBy(fixes(part));
            findings.add(part.misspells("Next") || part.misspells("End") ? finding.theirs() : finding);
        }
    }

    private static Fix[] fixes(Part state) {
        Stream<Fix> goingOn = state.following().stream().map(next -> Fix.put(state.at("Next"), next));
        return Stream.concat(goingOn, Stream.of(Fix.end(state.at("End")))).toArray(Fix[]::new);
    }
}
