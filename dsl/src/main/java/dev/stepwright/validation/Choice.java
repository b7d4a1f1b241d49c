package dev.stepwright.validation;

import java.util.List;

/** A text that has to be one of a few words. */
final class Choice {
    private Choice() {}

    /** Reports a field whose text is none of the words. Other values are left to {@link WrongType}. */
    static void check(Rule rule, Part part, String field, List<String> words, Findings findings) {
        part.text(field)
                .filter(text -> !words.contains(text) && !Text.isUnknown(text))
                .ifPresent(text -> findings.add(rule.at(
                                part.at(field),
                                "%s is %s; allowed are %s%s"
                                        .formatted(
                                                field,
                                                Words.quote(text),
                                                String.join(", ", words),
                                                Words.didYouMean(new Names(words), text)))
                        .service("Value should be one of the following: " + words, part.at(field))));
    }
}
