package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Text;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.machine.Variables.Assignment;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text in a JSONata state reads like a path or an intrinsic function of JSONPath, or like an expression without its delimiters. */
final class PathInJsonataState extends Rule {
    private static final Pattern STATES = Pattern.compile("\\$states\\.(input|result|context|errorOutput)\\b");

    PathInJsonataState() {
        super("ASL-JNT-007", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Set<String> assigned = machine.parts().stream()
                .flatMap(part -> Variables.assignedBy(part).stream())
                .map(Assignment::name)
                .collect(Collectors.toSet());
        machine.expressions().forEach(site -> {
            if (Text.looksLikePath(site.text())) {
                findings.add(plain(site, "in a JSONata state write an expression such as {% $states.input.x %}"));
            } else if (isExpression(site, assigned)) {
                findings.add(plain(site, "an expression begins with {% and ends with %}"));
            }
        });
    }

    /**
     * Returns whether a text can only be meant as an expression: it reads the state's data or variables of the machine, or calls a
     * function, and is no prose about that. A Condition that is no expression is refused by ASL-CHO-010.
     */
    private static boolean isExpression(JsonataSite site, Set<String> assigned) {
        String text = site.text();
        if (!text.startsWith("$")
                || text.contains("%}")
                || site.field().equals("Condition")
                || !Jsonata.problems(text).isEmpty()) {
            return false;
        }
        Syntax syntax = Jsonata.parse(text).syntax();
        return TopLevelReference.names(syntax).isEmpty()
                && (STATES.matcher(text).lookingAt() || reads(JsonataNames.of(syntax), assigned));
    }

    private static boolean reads(JsonataNames names, Set<String> assigned) {
        Set<String> others = new HashSet<>(names.read());
        others.remove("states");
        return !others.isEmpty()
                && others.stream()
                        .allMatch(name -> assigned.contains(name)
                                || names.called().contains(name) && JsonataNames.FUNCTIONS.contains(name));
    }

    private Finding plain(JsonataSite site, String instead) {
        return at(site.pointer(), Words.quote(site.text()) + " is passed on as plain text; " + instead);
    }
}
