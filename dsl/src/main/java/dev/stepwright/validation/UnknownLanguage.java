package dev.stepwright.validation;

import dev.stepwright.asl.QueryLanguage;
import java.util.List;

/** {@code QueryLanguage} is none of the two. */
final class UnknownLanguage extends Rule {
    private static final List<String> LANGUAGES = List.of(QueryLanguage.JSONPATH.text(), QueryLanguage.JSONATA.text());

    UnknownLanguage() {
        super("ASL-TOP-008", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        if (Fields.find(part.kind(), "QueryLanguage").isEmpty()) {
            return;
        }
        part.text("QueryLanguage")
                .filter(text -> QueryLanguage.of(text).isEmpty() && !Text.isUnknown(text))
                .ifPresent(text -> findings.add(at(
                                part.at("QueryLanguage"),
                                "QueryLanguage is %s; allowed are %s%s"
                                        .formatted(
                                                Words.quote(text),
                                                Words.allOf(LANGUAGES),
                                                Words.didYouMean(new Names(LANGUAGES), text)))
                        .service("Value should be one of the following: " + LANGUAGES, part.at("QueryLanguage"))));
    }
}
