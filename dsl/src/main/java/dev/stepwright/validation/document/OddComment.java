package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.Locale;

/** A comment that says nothing, or that is so long that it belongs elsewhere. */
final class OddComment extends Rule {
    private static final int LONGEST = 1_000;

    OddComment() {
        super("ASL-TOP-010", Severity.HINT, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.text("Comment").ifPresent(comment -> {
            if (comment.isBlank()) {
                findings.add(at(part.at("Comment"), "Comment is empty; remove it"));
            } else if (comment.length() > LONGEST) {
                findings.add(at(
                        part.at("Comment"),
                        String.format(
                                Locale.ROOT,
                                "Comment has %,d characters, which count towards the size of the definition; shorten it to %,d and move the rest to another file",
                                comment.length(),
                                LONGEST)));
            }
        });
    }
}
