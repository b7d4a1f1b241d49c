package dev.stepwright.validation;

import dev.stepwright.json.JsonSyntaxException;
import tools.jackson.core.JsonPointer;

/**
 * The text is not JSON, or an object in it repeats a key: two rules. Reading finds these, so that a {@link Machine} never has
 * them.
 */
final class NotJson extends Rule {
    static final NotJson SYNTAX = new NotJson("ASL-DOC-001");
    static final NotJson REPEATED_KEY = new NotJson("ASL-DOC-003");

    private static final String TEMPLATE =
            "; for a placeholder that a template fills in, such as ${Seconds}, name the template instead of this file";

    private NotJson(String id) {
        super(id, Severity.ERROR, "INVALID_JSON_DESCRIPTION");
    }

    static Diagnostic diagnostic(JsonSyntaxException problem) {
        Rule rule = problem.isRepeatedKey() ? REPEATED_KEY : SYNTAX;
        String message = problem.isRepeatedKey()
                ? problem.problem()
                : "not " + (problem.isYaml() ? "YAML: " : "JSON: ") + problem.problem()
                        + (problem.parserProblem().startsWith("Unrecognized token '$'") ? TEMPLATE : "");
        return new Diagnostic(rule.id(), Severity.ERROR, JsonPointer.empty(), problem.position(), message, true);
    }
}
