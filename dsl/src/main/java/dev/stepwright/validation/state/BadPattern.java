package dev.stepwright.validation.state;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.regex.Pattern;

/** The pattern of {@code StringMatches} has a backslash that escapes nothing. */
final class BadPattern extends Rule {
    private static final Pattern LEGAL = Pattern.compile("(?:[^\\\\]|\\\\[*\\\\])*+", Pattern.DOTALL);

    BadPattern() {
        super("ASL-CHO-006", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (!part.kind().isChoiceRule() || part.isJsonata()) {
            return;
        }
        part.text("StringMatches")
                .filter(text -> !LEGAL.matcher(text).matches() && !Text.isUnknown(text))
                .ifPresent(text -> findings.add(at(
                        part.at("StringMatches"),
                        "in the pattern %s a backslash must be followed by * or another backslash; write each backslash twice in JSON"
                                .formatted(Words.quote(text)))));
    }
}
