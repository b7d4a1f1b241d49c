package dev.stepwright.validation.path;

import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.ValueType;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.machine.PathSite;
import dev.stepwright.validation.rule.Findings;

/** {@code ErrorPath} or {@code CausePath} calls a function that gives no string. */
final class CallGivesNoText extends PathRule {
    CallGivesNoText() {
        super("ASL-FAI-002");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.use() == PathSite.Use.TEXT)
                .forEach(site -> site.call()
                        .map(Intrinsic::call)
                        .map(Intrinsic.Call::function)
                        .filter(function -> !givesText(function))
                        .ifPresent(function -> findings.add(told(
                                site,
                                at(
                                        site.pointer(),
                                        "%s must be a string, but %s returns %s; wrap it in States.JsonToString or States.Format"
                                                .formatted(
                                                        site.field(),
                                                        function.asl(),
                                                        function.result().phrase()))))));
    }

    /** AWS: of the functions that may give any value only ArrayGetItem is allowed. */
    private static boolean givesText(IntrinsicFunction function) {
        return function.result() == ValueType.STRING || function == IntrinsicFunction.ARRAY_GET_ITEM;
    }
}
