package dev.stepwright.validation.rule;

import dev.stepwright.asl.Severity;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.Scope;
import tools.jackson.core.JsonPointer;

/** One thing that can be wrong with a definition. A rule has no state and overrides the methods for what it looks at. */
public abstract class Rule {
    /** The code of the API for all that its schema refuses. */
    public static final String SCHEMA = "SCHEMA_VALIDATION_FAILED";

    private final String id;
    private final Severity severity;
    private final String serviceCode;

    /**
     * @param id as in docs/rules.md
     * @param serviceCode the code under which AWS reports the same, empty where it does not check
     */
    protected Rule(String id, Severity severity, String serviceCode) {
        this.id = id;
        this.severity = severity;
        this.serviceCode = serviceCode;
    }

    public final String id() {
        return id;
    }

    public final Severity severity() {
        return severity;
    }

    public final String serviceCode() {
        return serviceCode;
    }

    /** Returns whether AWS refuses a definition for what the rule finds. */
    public boolean isRefused() {
        return severity == Severity.ERROR && !serviceCode.isEmpty();
    }

    /** Looks at the whole. */
    public void check(Machine machine, Findings findings) {
        for (Scope scope : machine.scopes()) {
            check(scope, findings);
        }
        for (Part part : machine.parts()) {
            check(part, findings);
        }
    }

    /** Looks at a machine, branch or item processor: a {@code States} object with its {@code StartAt}. */
    protected void check(Scope scope, Findings findings) {}

    /** Looks at one object that ASL gives fields to. */
    protected void check(Part part, Findings findings) {}

    /** A finding at a value. */
    public final Finding at(JsonPointer pointer, String message) {
        return Finding.of(this, Spot.value(pointer), message);
    }

    /** A finding at the name of a member. */
    protected final Finding atName(JsonPointer pointer, String message) {
        return Finding.of(this, Spot.name(pointer), message);
    }

    /** A finding at a character of a string, 0 for the first. */
    protected final Finding atCharacter(JsonPointer pointer, int offset, String message) {
        return Finding.of(this, Spot.character(pointer, offset), message);
    }
}
