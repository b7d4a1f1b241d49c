package dev.stepwright.validation.variable;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.expression.PathRoot;
import dev.stepwright.json.Trail;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.MapMode;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.machine.Variables;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** A state reads a variable that no state around it assigns. */
final class UnassignedVariable extends Rule {
    UnassignedVariable() {
        super("ASL-VAR-005", Severity.WARNING, "");
    }

    /** The variables that are assigned, by the object with the {@code States} in which that happens. */
    private record Assigned(Map<Part, Set<String>> byScope, Set<String> all) {
        static Assigned in(Machine machine) {
            Assigned assigned = new Assigned(new IdentityHashMap<>(), new HashSet<>());
            machine.parts()
                    .forEach(part -> Variables.assignedBy(part).forEach(assignment -> {
                        assigned.byScope
                                .computeIfAbsent(part.scope(), scope -> new HashSet<>())
                                .add(assignment.name());
                        assigned.all.add(assignment.name());
                    }));
            return assigned;
        }

        /** The items of a distributed Map state are executions of their own and do not see the variables around. */
        boolean sees(Part part, String name) {
            @Nullable Part scope = part.scope();
            while (scope != null) {
                if (byScope.getOrDefault(scope, Set.of()).contains(name)) {
                    return true;
                }
                Part state = scope.owner();
                scope = state == null || state.kind() == Kind.MAP && MapMode.of(state) == MapMode.DISTRIBUTED
                        ? null
                        : state.scope();
            }
            return false;
        }
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Assigned assigned = Assigned.in(machine);
        for (Part part : machine.parts()) {
            part.paths().forEach(site -> check(part, site.place(), names(site), assigned, findings));
        }
        machine.expressions().forEach(site -> check(site.part(), site.place(), names(site), assigned, findings));
    }

    /** Returns the variables that a path or call reads, and at which character of the text each stands first. */
    private static Map<String, Integer> names(PathSite site) {
        Map<String, Integer> names = new LinkedHashMap<>();
        site.paths()
                .filter(path -> path.root() == PathRoot.VARIABLE)
                .forEach(path -> names.putIfAbsent(path.variable(), offset(site.text(), path.variable())));
        return names;
    }

    private static int offset(String text, String name) {
        Matcher word = Pattern.compile("\\$" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
                .matcher(text);
        return word.find() ? word.start() : 0;
    }

    private static Map<String, Integer> names(JsonataSite site) {
        Map<String, Integer> names =
                site.syntax().map(JsonataNames::of).map(JsonataNames::variables).orElse(Map.of());
        Map<String, Integer> read = new LinkedHashMap<>();
        names.forEach((name, place) -> read.put(name, site.offset(place)));
        return read;
    }

    private void check(Part part, Trail place, Map<String, Integer> names, Assigned assigned, Findings findings) {
        names.forEach((name, offset) -> {
            if (!assigned.sees(part, name)) {
                findings.add(finding(place.pointer(), offset, name, part, assigned.all));
            }
        });
    }

    private Finding finding(JsonPointer at, int offset, String name, Part part, Set<String> all) {
        Optional<String> near =
                isKnown(name, part, all) ? Optional.empty() : new Names(readable(part, all)).nearest(name);
        return atCharacter(at, offset, message(name, part, all, near))
                .mendedBy(near.map(word -> Fix.spell(at, offset, offset + 1 + name.length(), "$" + word)));
    }

    /** Returns whether a name means something, though not here. */
    private static boolean isKnown(String name, Part part, Set<String> all) {
        return all.contains(name) || part.isJsonata() && JsonataNames.FUNCTIONS.contains(name);
    }

    private static Set<String> readable(Part part, Set<String> all) {
        Set<String> readable = new HashSet<>(all);
        if (part.isJsonata()) {
            readable.add("states");
        }
        return readable;
    }

    private static String message(String name, Part part, Set<String> all, Optional<String> near) {
        if (all.contains(name)) {
            return "the variable %s is not visible here: a branch or item processor sees its own variables and those of outer scopes, a distributed Map only its own; pass the value in the input"
                    .formatted(Words.quote(name));
        }
        if (isKnown(name, part, all)) {
            return "no state assigns the variable %s, so $%s is the function itself; assign the variable, or call the function"
                    .formatted(Words.quote(name), name);
        }
        return "no state assigns the variable %s%s"
                .formatted(
                        Words.quote(name),
                        near.map(word -> "; did you mean $" + word + "?").orElse(""));
    }
}
