package dev.stepwright.validation;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSONPath state reads a variable that no state around it assigns. */
final class UnassignedVariable extends Rule {
    UnassignedVariable() {
        super("ASL-VAR-005", Severity.WARNING, "");
    }

    @Override
    void check(Machine machine, Findings findings) {
        Map<Part, Set<String>> assigned = new IdentityHashMap<>();
        Set<String> all = new HashSet<>();
        machine.parts()
                .forEach(part -> Variables.assignedBy(part).forEach(assignment -> {
                    assigned.computeIfAbsent(part.scope(), scope -> new HashSet<>())
                            .add(assignment.name());
                    all.add(assignment.name());
                }));
        for (Part part : machine.parts()) {
            PathSite.of(part)
                    .forEach(site -> site.paths()
                            .filter(path -> path.root() == PathRoot.VARIABLE)
                            .map(JsonPath::variable)
                            .distinct()
                            .filter(name -> !isVisible(part, name, assigned))
                            .forEach(name -> findings.add(at(site.pointer(), message(name, all)))));
        }
    }

    private static String message(String name, Set<String> all) {
        return all.contains(name)
                ? "the variable %s cannot be seen here: a branch or item processor sees its own variables and those of the states around, a distributed Map state only its own; pass the value in"
                        .formatted(Words.quote(name))
                : "no state assigns the variable %s%s"
                        .formatted(Words.quote(name), Words.didYouMean(new Names(all), name));
    }

    /** The items of a distributed Map state are executions of their own and do not see the variables around. */
    private static boolean isVisible(Part part, String name, Map<Part, Set<String>> assigned) {
        @Nullable Part scope = part.scope();
        while (scope != null) {
            if (assigned.getOrDefault(scope, Set.of()).contains(name)) {
                return true;
            }
            Part state = scope.owner();
            boolean isClosed = state == null || state.kind() == Kind.MAP && MapMode.of(state) == MapMode.DISTRIBUTED;
            scope = isClosed || state == null ? null : state.scope();
        }
        return false;
    }
}
