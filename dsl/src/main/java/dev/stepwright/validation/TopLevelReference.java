package dev.stepwright.validation;

import dev.stepwright.jsonata.syntax.Syntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An expression reads from an input that does not exist: {@code $}, {@code $$}, or a name that nothing stands before. */
final class TopLevelReference extends Rule {
    TopLevelReference() {
        super("ASL-JNT-003", Severity.ERROR, "UNSUPPORTED_JSONATA_EXPRESSION");
    }

    @Override
    void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.syntax().ifPresent(syntax -> {
                    Map<String, Boolean> found = new LinkedHashMap<>();
                    visit(syntax, true, found);
                    found.forEach((name, isTop) -> findings.add(at(site.pointer(), message(name))
                            .service(
                                    isTop
                                            ? "Reference to '%s' at the top level is not supported.".formatted(name)
                                            : "Reference to '%s' is not supported.".formatted(name),
                                    site.pointer())));
                }));
    }

    private static String message(String name) {
        if (name.startsWith("$")) {
            return "%s has no value here; the input of the state is $states.input".formatted(name);
        }
        return "%s has no value here; write $states.input.%s for a field of the input, $%s for a variable"
                .formatted(Words.quote(name), name, name);
    }

    /** Collects the names that are read where no step or predicate gives a context. */
    private static void visit(Syntax syntax, boolean isTop, Map<String, Boolean> found) {
        if (syntax instanceof Syntax.Name name && isTop) {
            found.put(name.name(), true);
        } else if (syntax instanceof Syntax.Variable variable && variable.name().equals("$")) {
            found.put("$$", false);
        } else if (syntax instanceof Syntax.Variable variable && variable.name().isEmpty() && isTop) {
            found.put("$", true);
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
