package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable is assigned that nothing reads: its name with a {@code $} before it is nowhere in the text. */
final class UnreadVariable extends Rule {
    private static final Pattern READ =
            Pattern.compile("\\$([\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*)");

    /** A character as its number; or a backslash of the text itself, so that what follows it is no escape. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:\\\\|u(\\p{XDigit}{4}))");

    UnreadVariable() {
        super("ASL-VAR-007", Severity.HINT, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        if (machine.parts().stream().allMatch(part -> Variables.assignedBy(part).isEmpty())) {
            return;
        }
        String text = ESCAPE.matcher(machine.document().asl()).replaceAll(UnreadVariable::unescaped);
        Set<String> read = new HashSet<>();
        READ.matcher(text).results().map(MatchResult::group).forEach(read::add);
        Set<String> reported = new HashSet<>();
        machine.parts()
                .forEach(part -> Variables.assignedBy(part).stream()
                        .filter(assignment -> Variables.isValid(assignment.name())
                                && !assignment.name().equals("states"))
                        .filter(assignment -> !read.contains("$" + assignment.name()))
                        .filter(assignment -> reported.add(assignment.name()))
                        .forEach(assignment -> findings.add(atName(
                                part.at("Assign").appendProperty(assignment.field()),
                                "the variable %s is never read; remove it, or read it as $%s"
                                        .formatted(Words.quote(assignment.name()), assignment.name())))));
    }

    private static String unescaped(MatchResult escape) {
        String number = escape.group(1);
        return Matcher.quoteReplacement(
                number == null ? escape.group() : Character.toString(Integer.parseInt(number, 16)));
    }
}
