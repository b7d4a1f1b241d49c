package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.graph.Variable;
import dev.stepwright.types.lattice.Field;
import dev.stepwright.types.lattice.Reader;
import dev.stepwright.types.lattice.Value;
import org.jspecify.annotations.Nullable;

/** Whether a path is known to lead to something, whatever comes from outside. */
public final class Certainty {
    private Certainty() {}

    static boolean of(JsonPath path, Frame frame) {
        @Nullable
        Value value = switch (path.root()) {
            case INPUT -> frame.input();
            case VARIABLE -> {
                Variable variable = frame.variables().get(path.variable());
                yield variable == null || !variable.isAlways() ? null : variable.value();
            }
            case CONTEXT, ELEMENT -> Value.ANY;
        };
        if (value == null) {
            return false;
        }
        for (PathStep step : path.steps()) {
            if (!(step instanceof PathStep.Name name) || !value.isKnown() || value.fields() == null) {
                return false;
            }
            Field field = value.fields().field(name.name());
            if (field == null
                    || !field.isAlways()
                    || Reader.field(value, name.name()).missing()) {
                return false;
            }
            value = field.value();
        }
        return true;
    }
}
