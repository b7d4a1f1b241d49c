package dev.stepwright.validation.document;

import dev.stepwright.asl.QueryLanguage;
import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** {@code QueryLanguage} is none of the two. */
final class UnknownLanguage extends Rule {
    private static final List<String> LANGUAGES = List.of(QueryLanguage.JSONPATH.text(), QueryLanguage.JSONATA.text());

    UnknownLanguage() {
        super("ASL-TOP-008", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (Fields.find(part.kind(), "QueryLanguage").isEmpty()) {
            return;
        }
        part.text("QueryLanguage")
                .filter(text -> QueryLanguage.of(text).isEmpty() && !Text.isUnknown(text))
                .ifPresent(text -> findings.add(finding(part.at("QueryLanguage"), text)));
    }

    private Finding finding(JsonPointer at, String text) {
        Optional<String> near = new Names(LANGUAGES).nearest(text);
        return at(
                        at,
                        "QueryLanguage must be %s, found %s%s"
                                .formatted(Words.anyOf(LANGUAGES), Words.quote(text), Words.didYouMean(near)))
                .service(ServiceWords.oneOf(LANGUAGES), at)
                .mendedBy(near.map(word -> Fix.spell(at, text, word)));
    }
}
