package dev.stepwright.validation.document;

import dev.stepwright.asl.Severity;
import dev.stepwright.json.JsonSyntaxException;
import dev.stepwright.validation.machine.Machine;
import dev.stepwright.validation.rule.Finding;
import dev.stepwright.validation.rule.Rule;
import tools.jackson.core.JsonPointer;

/**
 * The text is not JSON, or an object in it repeats a key: two rules. Reading finds these, so that a {@link Machine} never has
 * them.
 */
public final class NotJson extends Rule {
    static final NotJson SYNTAX = new NotJson("ASL-DOC-001");
    static final NotJson REPEATED_KEY = new NotJson("ASL-DOC-003");

    private static final String TEMPLATE =
            "; if a template fills in a placeholder such as ${Seconds} here, check the template instead of this file";

    private NotJson(String id) {
        super(id, Severity.ERROR, "INVALID_JSON_DESCRIPTION");
    }

    /** Returns the finding for a text that could not be read; its place is known to the exception only. */
    public static Finding of(JsonSyntaxException problem) {
        if (problem.isRepeatedKey()) {
            return REPEATED_KEY.at(JsonPointer.empty(), problem.problem());
        }
        String template = problem.parserProblem().startsWith("Unrecognized token '$'") ? TEMPLATE : "";
        return SYNTAX.at(
                JsonPointer.empty(),
                "invalid " + (problem.isYaml() ? "YAML: " : "JSON: ") + problem.problem() + template);
    }
}
