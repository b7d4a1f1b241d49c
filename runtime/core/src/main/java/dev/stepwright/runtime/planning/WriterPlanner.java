package dev.stepwright.runtime.planning;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.evaluate.Expression;
import dev.stepwright.runtime.items.ResultFormat;
import dev.stepwright.runtime.items.ResultFormat.Transformation;
import dev.stepwright.runtime.plan.WriterPlan;
import dev.stepwright.runtime.task.TaskResource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles {@code ResultWriter}. */
final class WriterPlanner {
    private WriterPlanner() {}

    static @Nullable WriterPlan plan(Fields state) {
        JsonNode json = state.value("ResultWriter");
        if (json == null || !json.isObject()) {
            return null;
        }
        Fields writer = state.inside("ResultWriter");
        Fields config = writer.inside("WriterConfig");
        WriterPlan.Destination destination = destination(writer);
        ResultFormat format = new ResultFormat(
                transformation(config, destination != null), "JSONL".equals(config.string("OutputType")));
        return new WriterPlan(destination, format);
    }

    private static WriterPlan.@Nullable Destination destination(Fields writer) {
        String resource = writer.string("Resource");
        if (resource == null) {
            return null;
        }
        Expression parameters = writer.template(writer.isJsonata() ? "Arguments" : "Parameters");
        return new WriterPlan.Destination(
                TaskResource.parse(resource), parameters == null ? Bindings::input : parameters);
    }

    private static Transformation transformation(Fields config, boolean isExported) {
        String name = config.string("Transformation");
        if (name == null) {
            return isExported ? Transformation.NONE : Transformation.COMPACT;
        }
        for (Transformation one : Transformation.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        config.mustBe("Transformation", "NONE, COMPACT or FLATTEN");
        return Transformation.NONE;
    }
}
