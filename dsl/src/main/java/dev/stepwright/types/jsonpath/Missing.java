package dev.stepwright.types.jsonpath;

import dev.stepwright.expression.JsonPath;
import dev.stepwright.expression.PathStep;
import dev.stepwright.types.lattice.Description;
import dev.stepwright.types.lattice.Fields;
import dev.stepwright.types.report.Similar;
import java.util.List;

/** Says what there is instead of what a path looks for. */
public final class Missing {
    private Missing() {}

    static String of(JsonPath path, Walk walk) {
        String text = "%s is %s".formatted(Reads.prefix(path, walk.step()), Description.of(walk.at()));
        Fields fields = walk.at().fields();
        if (path.steps().get(walk.step()) instanceof PathStep.Name name && fields != null) {
            return text
                    + Similar.hint("", name.name(), List.copyOf(fields.named().keySet()));
        }
        return text;
    }
}
