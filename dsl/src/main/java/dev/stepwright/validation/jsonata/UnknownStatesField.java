package dev.stepwright.validation.jsonata;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.jsonata.syntax.Syntax;
import dev.stepwright.validation.machine.JsonataNames;
import dev.stepwright.validation.machine.JsonataSite;
import dev.stepwright.validation.machine.Kind;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An expression reads a field of {@code $states} that does not exist, or not in this place. */
final class UnknownStatesField extends Rule {
    private static final List<String> RESULT_FIELDS = List.of("Output", "Assign");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "result", "; result exists only in Output and Assign of a Task, Parallel or Map state",
            "errorOutput", "; errorOutput exists only in Output and Assign of a catch rule");
    private static final Set<Kind> WORKERS = Set.of(Kind.TASK, Kind.PARALLEL, Kind.MAP);

    UnknownStatesField() {
        super("ASL-JNT-005", Severity.ERROR, "UNSUPPORTED_JSONATA_EXPRESSION");
    }

    @Override
    public void check(Machine machine, Findings findings) {
        machine.expressions()
                .forEach(site -> site.syntax().ifPresent(syntax -> {
                    Map<String, Integer> read = new LinkedHashMap<>();
                    collect(syntax, read);
                    Names allowed = new Names(allowed(site));
                    read.forEach((field, offset) -> {
                        if (!allowed.contains(field)) {
                            findings.add(finding(site, field, offset, allowed));
                        }
                    });
                }));
    }

    private Finding finding(JsonataSite site, String field, int offset, Names allowed) {
        boolean isElsewhere = ELSEWHERE.containsKey(field);
        Optional<String> near = isElsewhere ? Optional.empty() : allowed.nearest(field);
        int at = site.offset(offset);
        return atCharacter(site.pointer(), at, message(field, allowed, near))
                .service("Field '$states.%s' does not exist.".formatted(field), site.pointer())
                .mendedBy(near.map(word -> Fix.spell(site.pointer(), at, at + field.length(), word)));
    }

    private static List<String> allowed(JsonataSite site) {
        Kind kind = site.part().kind();
        boolean hasResult = WORKERS.contains(kind) && RESULT_FIELDS.contains(site.field());
        if (kind == Kind.CATCH_RULE) {
            return List.of("input", "context", "errorOutput");
        }
        return hasResult ? List.of("input", "context", "result") : List.of("input", "context");
    }

    private static String message(String field, Names allowed, Optional<String> near) {
        String why = ELSEWHERE.getOrDefault(field, Words.didYouMean(near));
        return "$states has no %s here, only %s%s".formatted(field, String.join(" and ", allowed.all()), why);
    }

    /** Collects the fields that are read, each with its first place. */
    private static void collect(Syntax syntax, Map<String, Integer> read) {
        if (syntax instanceof Syntax.Path path
                && path.steps().size() > 1
                && JsonataNames.base(path.steps().get(0)) instanceof Syntax.Variable variable
                && variable.name().equals("states")
                && JsonataNames.base(path.steps().get(1)) instanceof Syntax.Name name) {
            read.putIfAbsent(name.name(), name.span().start());
        }
        syntax.children().forEach(child -> collect(child, read));
    }
}
