package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.json.Trail;
import dev.stepwright.validation.machine.Cycles;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state reads a variable that only it assigns, and that it never comes back to: it sees what the variable was before, and there
 * is nothing.
 */
final class OwnVariable extends Rule {
    OwnVariable() {
        super("ASL-VAR-008", Severity.WARNING, "");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Map<String, Set<String>> assigning = assigning(machine);
        if (assigning.isEmpty()) {
            return;
        }
        Set<String> looping = machine.scopes().stream()
                .flatMap(scope -> Cycles.of(scope.graph().ways()).stream())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        for (Part part : machine.parts()) {
            if (isOfState(part) && !looping.contains(part.name())) {
                part.paths().forEach(site -> check(part, site.place(), variables(site), assigning, findings));
            }
        }
        for (JsonataSite site : machine.expressions()) {
            if (isOfState(site.part())
                    && !looping.contains(site.part().name())
                    && !site.text().contains("$exists")) {
                check(site.part(), site.place(), variables(site), assigning, findings);
            }
        }
    }

    private static Stream<String> variables(PathSite site) {
        return site.paths().filter(path -> path.root() == PathRoot.VARIABLE).map(JsonPath::variable);
    }

    private static Stream<String> variables(JsonataSite site) {
        return site.syntax().stream().map(JsonataNames::of).flatMap(names -> names.variables().keySet().stream());
    }

    /** Returns the names of the states that assign each variable. */
    private static Map<String, Set<String>> assigning(Machine machine) {
        Map<String, Set<String>> states = new HashMap<>();
        machine.parts()
                .forEach(part -> Variables.assignedBy(part)
                        .forEach(assignment -> states.computeIfAbsent(assignment.name(), name -> new HashSet<>())
                                .add(part.name())));
        return states;
    }

    private static boolean isOfState(Part part) {
        return !part.kind().isScope();
    }

    private void check(
            Part part, Trail place, Stream<String> read, Map<String, Set<String>> assigning, Findings findings) {
        read.distinct()
                .filter(name -> assigning.getOrDefault(name, Set.of()).equals(Set.of(part.name())))
                .forEach(name -> findings.add(at(
                        place.pointer(),
                        "$%s is read in the state that assigns it, before it has that value; repeat the value here, or assign it in an earlier state"
                                .formatted(name))));
    }
}
