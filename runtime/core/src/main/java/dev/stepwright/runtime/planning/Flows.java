package dev.stepwright.runtime.planning;

import dev.stepwright.runtime.plan.Flow;
import dev.stepwright.runtime.planning.JsonataFlow.ResultName;
import tools.jackson.databind.JsonNode;

/** Compiles the data flow of states and of their catch rules. */
final class Flows {
    /** The flow of a step that stands in for one that cannot be compiled; its plan is never run. */
    static final Flow NOTHING = new JsonPathFlow(null, null, null, null, false, null, null);

    private Flows() {}

    /** The flow of a Task or Parallel. */
    static Flow ofWork(Fields fields) {
        return fields.isJsonata()
                ? new JsonataFlow(
                        fields.template("Arguments"),
                        fields.template("Output"),
                        fields.template("Assign"),
                        ResultName.RESULT)
                : jsonPath(fields, "Parameters");
    }

    /** The flow of a Map, whose {@code Parameters} are per item. */
    static Flow ofMap(Fields fields) {
        return fields.isJsonata()
                ? new JsonataFlow(null, fields.template("Output"), fields.template("Assign"), ResultName.RESULT)
                : jsonPath(fields, "");
    }

    /** The flow of a Pass, Wait, Choice or Succeed: its result is its effective input, or a literal. */
    static Flow ofInput(Fields fields) {
        return fields.isJsonata()
                ? new JsonataFlow(null, fields.template("Output"), fields.template("Assign"), ResultName.NONE)
                : jsonPath(fields, "Parameters");
    }

    /** The flow of a Choice whose rule matches: what the rule says takes the place of what the state says. */
    static Flow ofRule(Fields state, Fields rule) {
        return state.isJsonata()
                ? new JsonataFlow(null, rule.template("Output"), rule.template("Assign"), ResultName.NONE)
                : new JsonPathFlow(
                        state.path("InputPath"),
                        null,
                        null,
                        null,
                        false,
                        state.path("OutputPath"),
                        rule.template("Assign"));
    }

    /** The flow of a catch rule; its result is the Error Output. */
    static Flow ofCatch(Fields fields) {
        return fields.isJsonata()
                ? new JsonataFlow(null, fields.template("Output"), fields.template("Assign"), ResultName.ERROR_OUTPUT)
                : new JsonPathFlow(
                        null,
                        null,
                        null,
                        fields.resultPath("ResultPath"),
                        discards(fields),
                        null,
                        fields.template("Assign"));
    }

    private static Flow jsonPath(Fields fields, String parameters) {
        return new JsonPathFlow(
                fields.path("InputPath"),
                fields.template(parameters),
                fields.template("ResultSelector"),
                fields.resultPath("ResultPath"),
                discards(fields),
                fields.path("OutputPath"),
                fields.template("Assign"));
    }

    private static boolean discards(Fields fields) {
        JsonNode path = fields.value("ResultPath");
        return path != null && path.isNull();
    }
}
