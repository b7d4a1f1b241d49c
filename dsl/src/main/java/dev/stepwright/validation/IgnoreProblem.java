package dev.stepwright.validation;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.Position;
import tools.jackson.core.JsonPointer;

/** What can be wrong with an ignore file. */
enum IgnoreProblem {
    /** It is no JSON object of rules with "*" or arrays of strings. */
    UNREADABLE("ASL-IGN-001", Severity.ERROR),
    /** There is no such rule, or it cannot be ignored. */
    RULE("ASL-IGN-002", Severity.WARNING),
    /** There is no such state. */
    STATE("ASL-IGN-003", Severity.WARNING),
    /** An entry suppresses nothing. */
    UNUSED("ASL-IGN-004", Severity.WARNING);

    private final String id;
    private final Severity severity;

    IgnoreProblem(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    String id() {
        return id;
    }

    Severity severity() {
        return severity;
    }

    Diagnostic at(JsonDocument json, JsonPointer pointer, String message) {
        return at(json.position(pointer), pointer, message);
    }

    Diagnostic atName(JsonDocument json, JsonPointer pointer, String message) {
        return at(json.keyPosition(pointer), pointer, message);
    }

    Diagnostic at(Position position, JsonPointer pointer, String message) {
        return new Diagnostic(id, severity, pointer, position, message, false);
    }
}
