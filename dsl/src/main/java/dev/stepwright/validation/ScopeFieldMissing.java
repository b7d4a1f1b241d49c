package dev.stepwright.validation;

import java.util.List;
import java.util.stream.Stream;

/** A machine, branch or item processor lacks {@code StartAt} or {@code States}. */
final class ScopeFieldMissing extends Rule {
    ScopeFieldMissing() {
        super("ASL-TOP-001", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Scope scope, Findings findings) {
        Part part = scope.part();
        List<String> missing =
                Stream.of("States", "StartAt").filter(name -> !part.has(name)).toList();
        if (!missing.isEmpty()) {
            findings.add(at(part.pointer(), "")
                    .service("These fields are required: " + missing, part.pointer())
                    .theirs());
        }
        for (String field : missing) {
            if (!part.misspells(field)) {
                findings.add(at(part.pointer(), message(part, field)).ours());
            }
        }
    }

    private static String message(Part part, String field) {
        String remedy =
                field.equals("StartAt") ? "the name of the state to begin with" : "an object with its states by name";
        return part.kind().noun() + " needs " + field + ", " + remedy;
    }
}
