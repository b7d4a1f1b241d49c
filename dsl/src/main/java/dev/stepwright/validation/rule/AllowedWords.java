package dev.stepwright.validation.rule;

import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import java.util.List;

/** A text that has to be one of a few words. */
public final class AllowedWords {
    private AllowedWords() {}

    /** Reports a field whose text is none of the words. Other values are left to ASL-TOP-007. */
    public static void check(Rule rule, Part part, String field, List<String> words, Findings findings) {
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
                        .service(ServiceWords.oneOf(words), part.at(field))));
    }
}
