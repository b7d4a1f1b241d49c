package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A branch or item processor assigns a variable of the states around it. */
final class OuterVariable extends Rule {
    OuterVariable() {
        super("ASL-VAR-004", Severity.ERROR, SCHEMA);
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Map<Part, Map<String, List<Part>>> assigned = new IdentityHashMap<>();
        machine.parts()
                .forEach(part -> Variables.assignedBy(part)
                        .forEach(assignment -> assigned.computeIfAbsent(part.scope(), scope -> new HashMap<>())
                                .computeIfAbsent(assignment.name(), name -> new ArrayList<>())
                                .add(part)));
        machine.parts()
                .forEach(part -> Variables.assignedBy(part).forEach(assignment -> {
                    Part outer = outer(part.scope(), assignment.name(), assigned);
                    if (outer != null) {
                        findings.add(finding(part, assignment, outer));
                    }
                }));
    }

    /**
     * The items of a distributed Map state are executions of their own and do not see the variables around. AWS: what the
     * state around assigns itself, when its branches or items are done, does not count either.
     */
    private static @Nullable Part outer(Part scope, String variable, Map<Part, Map<String, List<Part>>> assigned) {
        Part state = scope.owner();
        if (state == null || state.kind() == Kind.MAP && MapMode.of(state) != MapMode.INLINE) {
            return null;
        }
        List<Part> found = assigned.getOrDefault(state.scope(), Map.of()).getOrDefault(variable, List.of());
        return found.stream()
                .filter(part -> !part.name().equals(state.name()))
                .findFirst()
                .orElseGet(() -> outer(state.scope(), variable, assigned));
    }

    private Finding finding(Part part, Variables.Assignment assignment, Part outer) {
        return atName(
                        part.at("Assign").appendProperty(assignment.field()),
                        "the variable %s belongs to an outer scope, where %s assigns it, and can only be read here; choose another name"
                                .formatted(Words.quote(assignment.name()), Words.quote(outer.name())))
                .service("Variable is already assigned in an outer scope", part.at("Assign"));
    }
}
