package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.regex.Pattern;

/** A text in a JSONata state reads like a path or an intrinsic function of JSONPath, or like an expression without its delimiters. */
final class PathInJsonataState extends Rule {
    private static final Pattern STATES = Pattern.compile("\\$states\\.(input|result|context|errorOutput)\\b");

    PathInJsonataState() {
        super("ASL-JNT-007", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions().forEach(site -> {
            if (Text.looksLikePath(site.text())) {
                findings.add(plain(site, "in a JSONata state write an expression such as {% $states.input.x %}"));
            } else if (reads(site)) {
                findings.add(plain(site, "an expression begins with {% and ends with %}"));
            }
        });
    }

    /** Returns whether a text reads the state's data, and is no prose about that; a Condition that is no expression is refused by ASL-CHO-010. */
    private static boolean reads(JsonataSite site) {
        return STATES.matcher(site.text()).lookingAt()
                && !site.text().contains("%}")
                && !site.field().equals("Condition")
                && Jsonata.problems(site.text()).isEmpty();
    }

    private Finding plain(JsonataSite site, String instead) {
        return at(site.pointer(), Words.quote(site.text()) + " is passed on as plain text; " + instead);
    }
}
