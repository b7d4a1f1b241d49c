package dev.stepwright.validation.map;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.regex.Pattern;

/** The {@code Label} of a Map state is no label. */
final class BadLabel extends Rule {
    private static final int LONGEST = 40;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s?*<>{}\\[\\]:;,\\\\|^~$#%&`\"\\p{Cntrl}]");

    BadLabel() {
        super("ASL-MAP-011", Severity.ERROR, "INVALID_LABEL_NAME");
    }

    @Override
    protected void check(Part part, Findings findings) {
        if (part.kind() == Kind.MAP) {
            part.text("Label").filter(BadLabel::isBad).ifPresent(label -> findings.add(finding(part, label)));
        }
    }

    private Finding finding(Part part, String label) {
        Finding finding = at(
                part.at("Label"),
                "Label must have 1 to %d characters, no blanks and none of ?*<>{}[]:;,\\|^~$#%%&`\", found %s"
                        .formatted(LONGEST, Words.quote(label)));
        return label.length() > LONGEST
                ? finding.service(
                        "Invalid Label name: " + ServiceWords.tooLong("Label", label, LONGEST), part.at("Label"))
                : finding;
    }

    static boolean isBad(String label) {
        return !Text.isUnknown(label)
                && (label.isEmpty()
                        || label.length() > LONGEST
                        || FORBIDDEN.matcher(label).find());
    }
}
