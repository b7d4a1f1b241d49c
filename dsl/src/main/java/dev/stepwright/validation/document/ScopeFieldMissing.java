package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.asl.edit.Fix;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.ServiceWords;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A machine, branch or item processor lacks {@code StartAt} or {@code States}. */
final class ScopeFieldMissing extends Rule {
    ScopeFieldMissing() {
        super("ASL-TOP-001", Severity.ERROR, SCHEMA);
    }

    @Override
    protected void check(Scope scope, Findings findings) {
        Part part = scope.part();
        List<String> missing =
                Stream.of("States", "StartAt").filter(name -> !part.has(name)).toList();
        if (!missing.isEmpty()) {
            findings.add(at(part.pointer(), "")
                    .service(ServiceWords.required(missing), part.pointer())
                    .theirs());
        }
        if (isNone(part)) {
            findings.add(at(part.pointer(), part.kind().noun() + " needs StartAt and States, found " + found(part))
                    .ours());
            return;
        }
        for (String field : missing) {
            if (!part.misspells(field)) {
                findings.add(at(part.pointer(), message(part, field))
                        .mendedBy(fix(scope, field))
                        .ours());
            }
        }
    }

    /** Returns whether this is no machine, branch or item processor at all, whatever else it is. */
    static boolean isNone(Part part) {
        return part.kind().isScope()
                && Stream.of("States", "StartAt").noneMatch(field -> part.has(field) || part.misspells(field));
    }

    private static Optional<Fix> fix(Scope scope, String field) {
        return field.equals("StartAt")
                ? scope.names().all().stream()
                        .findFirst()
                        .map(first -> Fix.put(scope.part().at(field), first))
                : Optional.empty();
    }

    /** Says what is there instead, and what holds a definition where that was taken for one. */
    private static String found(Part part) {
        if (part.value("Resources").isObject()) {
            return "a CloudFormation template; copy the definition of one of its resources into a file of its own";
        }
        if (part.value("definition").isString()) {
            return "a response of DescribeStateMachine; use its \"definition\", which --query definition --output text prints";
        }
        return part.json().isEmpty()
                ? "neither"
                : "only " + Words.fields(part.json().propertyNames());
    }

    private static String message(Part part, String field) {
        String remedy = field.equals("StartAt") ? "the name of the first state" : "an object with the states by name";
        return part.kind().noun() + " needs " + field + ", " + remedy;
    }
}
