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
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;

/** An expression reads from an input that does not exist: {@code $}, {@code $$}, or a name that nothing stands before. */
final class TopLevelReference extends Rule {
    private static final String ROOT = "$$";

    /** What in a JSONPath state leads to the context object: {@code $$} with one of its members. */
    private static final Pattern PATH_OF_CONTEXT =
            Pattern.compile("\\$\\$\\.(Execution|Map|State|StateMachine|Task)\\b");

    /** A field's name with a hyphen, which is a subtraction without backquotes. */
    private static final Pattern HYPHENATED = Pattern.compile("(?<=\\.)[A-Za-z_]\\w*(?:-\\w+)+");

    TopLevelReference() {
        super("ASL-JNT-003", Severity.ERROR, "UNSUPPORTED_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.syntax()
                        .ifPresent(syntax ->
                                names(syntax).forEach((name, offset) -> findings.add(finding(site, name, offset)))));
    }

    /** Returns the names that are read where no step or predicate gives a context, each with its first place. */
    static Map<String, Integer> names(Syntax syntax) {
        Map<String, Integer> found = new LinkedHashMap<>();
        visit(syntax, true, found);
        return found;
    }

    private Finding finding(JsonataSite site, String name, int offset) {
        int at = site.offset(offset);
        if (name.startsWith("$")) {
            return ofVariable(site, name, at);
        }
        return name.equals("States")
                ? found(
                        site,
                        name,
                        at,
                        "intrinsic functions are for JSONPath states; use functions and operators of JSONata, as & and $uuid()")
                : ofField(site, name, at);
    }

    private Finding ofVariable(JsonataSite site, String name, int at) {
        boolean isContext = PATH_OF_CONTEXT
                .matcher(site.text())
                .region(at, site.text().length())
                .lookingAt();
        String instead = isContext ? "$states.context" : "$states.input";
        String what = isContext ? "the context object" : "the input of the state";
        return found(site, name, at, "%s has no value here; use %s for %s".formatted(name, instead, what))
                .mendedBy(Fix.write(site.pointer(), at, at + name.length(), instead));
    }

    private Finding ofField(JsonataSite site, String name, int at) {
        JsonPointer place = site.pointer();
        int end = at + name.length();
        if (site.text().substring(end).stripLeading().startsWith("(")) {
            return found(site, name, at, UnknownFunction.noMethod(name))
                    .mendedBy(UnknownFunction.near(name).map(function -> Fix.write(place, at, end, "$" + function)));
        }
        String ofInput = "%s has no value here; write $states.input.%s for a field of the input, or "
                .formatted(Words.quote(name), name);
        return hyphenated(site.text(), at)
                .map(word -> found(site, name, at, ofInput + "`%s` for the field of that name".formatted(word.group()))
                        .mendedBy(Fix.write(place, word.start(), word.end(), "`" + word.group() + "`")))
                .orElseGet(() -> found(site, name, at, ofInput + "$%s for a variable".formatted(name))
                        .mendedBy(
                                Fix.write(place, at, end, "$states.input." + name),
                                Fix.write(place, at, end, "$" + name)));
    }

    private Finding found(JsonataSite site, String name, int at, String message) {
        String service = name.equals(ROOT)
                ? "Reference to '$$' is not supported."
                : "Reference to '%s' at the top level is not supported.".formatted(name);
        return atCharacter(site.pointer(), at, message).service(service, site.pointer());
    }

    private static Optional<MatchResult> hyphenated(String text, int at) {
        return HYPHENATED
                .matcher(text)
                .results()
                .filter(word -> word.start() < at && at < word.end())
                .findFirst();
    }

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
