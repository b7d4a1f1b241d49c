package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expression reads from an input that does not exist: {@code $}, {@code $$}, or a name that nothing stands before. */
final class TopLevelReference extends Rule {
    private static final String ROOT = "$$";

    TopLevelReference() {
        super("ASL-JNT-003", Severity.ERROR, "UNSUPPORTED_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.syntax().ifPresent(syntax -> {
                    Map<String, Integer> found = new LinkedHashMap<>();
                    visit(syntax, true, found);
                    found.forEach((name, offset) -> findings.add(finding(site, name, offset)));
                }));
    }

    private Finding finding(JsonataSite site, String name, int offset) {
        String service = name.equals(ROOT)
                ? "Reference to '$$' is not supported."
                : "Reference to '%s' at the top level is not supported.".formatted(name);
        int at = site.offset(offset);
        Finding finding = atCharacter(site.pointer(), at, message(name)).service(service, site.pointer());
        String input = "$states.input";
        return name.startsWith("$")
                ? finding.mendedBy(Fix.write(site.pointer(), at, at + name.length(), input))
                : finding.mendedBy(
                        Fix.write(site.pointer(), at, at + name.length(), input + "." + name),
                        Fix.write(site.pointer(), at, at + name.length(), "$" + name));
    }

    private static String message(String name) {
        if (name.startsWith("$")) {
            return "%s has no value here; use $states.input for the input of the state".formatted(name);
        }
        return "%s has no value here; write $states.input.%s for a field of the input, or $%s for a variable"
                .formatted(Words.quote(name), name, name);
    }

    /** Collects the names that are read where no step or predicate gives a context, each with its first place. */
    private static void visit(Syntax syntax, boolean isTop, Map<String, Integer> found) {
        if (syntax instanceof Syntax.Name name && isTop) {
            found.putIfAbsent(name.name(), name.span().start());
        } else if (syntax instanceof Syntax.Variable variable && variable.name().equals("$")) {
            found.putIfAbsent(ROOT, variable.span().start());
        } else if (syntax instanceof Syntax.Variable variable && variable.name().isEmpty() && isTop) {
            found.putIfAbsent("$", variable.span().start());
        }
        List<Syntax> children = syntax.children();
        for (int i = 0; i < children.size(); i++) {
            boolean isSameContext = i == 0 ? !(syntax instanceof Syntax.Transform) : keepsContext(syntax);
            visit(children.get(i), isTop && isSameContext, found);
        }
    }

    /** Of the others only the first child is read in the context around; the rest is read once for each value of it. */
    private static boolean keepsContext(Syntax syntax) {
        return !(syntax instanceof Syntax.Path
                || syntax instanceof Syntax.Filter
                || syntax instanceof Syntax.Sort
                || syntax instanceof Syntax.GroupBy
                || syntax instanceof Syntax.Transform);
    }
}
