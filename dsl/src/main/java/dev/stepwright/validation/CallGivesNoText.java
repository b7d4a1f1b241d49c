package dev.stepwright.validation;

import dev.stepwright.expression.Intrinsic;
import dev.stepwright.expression.IntrinsicFunction;
import dev.stepwright.expression.ValueType;

/** {@code ErrorPath} or {@code CausePath} calls a function that gives no string. */
final class CallGivesNoText extends Rule {
    CallGivesNoText() {
        super("ASL-FAI-002", Severity.ERROR, SCHEMA);
    }

    @Override
    void check(Part part, Findings findings) {
        part.paths().stream()
                .filter(site -> site.use() == PathSite.Use.TEXT)
                .forEach(site -> site.call()
                        .map(Intrinsic::call)
                        .map(Intrinsic.Call::function)
                        .filter(function -> !givesText(function))
                        .ifPresent(function -> findings.add(site.told(at(
                                site.pointer(),
                                "%s has to give a string, but %s gives %s; wrap it into States.JsonToString or States.Format"
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
