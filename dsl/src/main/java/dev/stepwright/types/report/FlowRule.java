package dev.stepwright.types.report;

import dev.stepwright.asl.Severity;
import dev.stepwright.types.lattice.Lack;
import java.util.Optional;
import tools.jackson.core.JsonPointer;

/** The rules about the flow of data, with their ids in the catalogue of rules. */
public enum FlowRule {
    /** A path that no way to the state produces. */
    PATH_NEVER("ASL-FLW-001", Severity.ERROR),
    /** A path that some way to the state does not produce. */
    PATH_SOMETIMES("ASL-FLW-002", Severity.WARNING),
    /** A path into a part that the documentation of a service's result does not name. */
    UNDOCUMENTED("ASL-FLW-003", Severity.WARNING),
    /** A value that is never of the type its reader needs. */
    WRONG_TYPE("ASL-FLW-004", Severity.ERROR),
    /** A path over many values that never selects any, or a JSONata path that is always undefined inside an expression. */
    ALWAYS_EMPTY("ASL-FLW-005", Severity.WARNING),
    /** A schema that disagrees with the definition. */
    SCHEMA("ASL-FLW-006", Severity.ERROR),
    /** A machine of the project that is started with an input on which it fails. */
    NESTED_INPUT("ASL-FLW-007", Severity.ERROR),
    /** A placeholder that is called like a machine of the project, which nobody says it stands for. */
    UNNAMED_MACHINE("ASL-FLW-008", Severity.HINT),
    /** A name that comes from outside if it is meant, and is all but one that the definition makes. */
    MISSPELT("ASL-FLW-009", Severity.HINT),
    /** An error output that comes from outside on a way on which nothing has failed. */
    UNFAILED("ASL-FLW-010", Severity.HINT),
    /** A variable that nothing before the state assigns. */
    VARIABLE_NEVER("ASL-VAR-005", Severity.WARNING),
    /** A variable that some way to the state does not assign. */
    VARIABLE_SOMETIMES("ASL-VAR-006", Severity.WARNING),
    /** A Choice rule that can never match, or one after which nothing is left. */
    RULE_NEVER("ASL-CHO-008", Severity.WARNING),
    /** A Choice variable that some way to the state does not produce. */
    OPERAND_SOMETIMES("ASL-CHO-009", Severity.WARNING);

    private final String id;
    private final Severity severity;

    FlowRule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** Returns the rule about a read that may find nothing. */
    public static FlowRule of(Lack lack) {
        return switch (lack) {
            case ALWAYS -> PATH_NEVER;
            case SOMETIMES -> PATH_SOMETIMES;
            case DOUBTFUL -> UNDOCUMENTED;
            case EMPTY -> ALWAYS_EMPTY;
            case UNASSIGNED -> VARIABLE_NEVER;
            case SOMETIMES_ASSIGNED -> VARIABLE_SOMETIMES;
        };
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** Returns a finding about a value as a whole. */
    public Finding at(JsonPointer pointer, String message) {
        return new Finding(id, severity, pointer, 0, message, Optional.empty());
    }
}
