package dev.stepwright.validation;

import java.util.Locale;

/** A comment that says nothing, or that is so long that it belongs elsewhere. */
final class OddComment extends Rule {
    private static final int LONGEST = 1_000;

    OddComment() {
        super("ASL-TOP-010", Severity.HINT, "");
    }

    @Override
    void check(Part part, Findings findings) {
        part.text("Comment").ifPresent(comment -> {
            if (comment.isBlank()) {
                findings.add(at(part.at("Comment"), "an empty Comment says nothing; remove it"));
            } else if (comment.length() > LONGEST) {
                findings.add(at(
                        part.at("Comment"),
                        String.format(
                                Locale.ROOT,
                                "the Comment has %,d characters, which count for the size of the definition; keep it below %,d and put the rest beside the file",
                                comment.length(),
                                LONGEST)));
            }
        });
    }
}
