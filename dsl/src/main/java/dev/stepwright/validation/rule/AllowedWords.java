package dev.stepwright.validation.rule;

import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Fields;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** Texts that have to be one of a few words. */
public final class AllowedWords {
    private AllowedWords() {}

    /** Reports the fields of an object whose text is none of the words that they may be. Other values are left to ASL-TOP-007. */
    public static void check(Rule rule, Part part, Findings findings) {
        Fields.of(part.kind()).stream()
                .filter(field -> !field.words().isEmpty())
                .forEach(field -> check(rule, part, field.name(), field.words(), findings));
    }

    private static void check(Rule rule, Part part, String field, List<String> words, Findings findings) {
        part.text(field)
                .filter(text -> !words.contains(text) && !Text.isUnknown(text))
                .ifPresent(text -> findings.add(finding(rule, part.at(field), words, text)));
    }

    private static Finding finding(Rule rule, JsonPointer at, List<String> words, String text) {
        Optional<String> near = new Names(words).nearest(text);
        return rule.at(
                        at,
                        "%s must be one of %s, found %s%s"
                                .formatted(
                                        at.last().getMatchingProperty(),
                                        String.join(", ", words),
                                        Words.quote(text),
                                        Words.didYouMean(near)))
                .service(ServiceWords.oneOf(words), at)
                .mendedBy(near.map(word -> Fix.spell(at, text, word)));
    }
}
