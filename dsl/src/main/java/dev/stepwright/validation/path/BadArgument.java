package dev.stepwright.validation.path;

import dev.stepwright.asl.Severity;
import dev.stepwright.expression.Intrinsic;
import dev.stepwright.validation.machine.Names;
import dev.stepwright.validation.machine.Part;
import dev.stepwright.validation.rule.Findings;
import dev.stepwright.validation.rule.Rule;
import dev.stepwright.validation.rule.Words;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** An intrinsic function is given a literal with which it always fails. */
final class BadArgument extends Rule {
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    private static final double MOST_ITEMS = 1000;

    BadArgument() {
        super("ASL-INT-003", Severity.ERROR, "");
    }

    @Override
    protected void check(Part part, Findings findings) {
        part.paths()
                .forEach(site -> site.call()
                        .ifPresent(call -> FormatArguments.calls(call.call())
                                .forEach(inner -> problem(inner)
                                        .ifPresent(problem -> findings.add(at(site.pointer(), problem))))));
    }

    private static Optional<String> problem(Intrinsic.Call call) {
        return switch (call.function()) {
            case ARRAY_PARTITION ->
                isBelowOne(literal(call, 1))
                        ? Optional.of("the chunk size of States.ArrayPartition must be at least 1, found "
                                + Words.show(literal(call, 1)))
                        : Optional.empty();
            case ARRAY_RANGE -> rangeProblem(literal(call, 0), literal(call, 1), literal(call, 2));
            case HASH -> hashProblem(literal(call, 1));
            case JSON_MERGE ->
                literal(call, 2).asBoolean(false)
                        ? Optional.of(
                                "the last argument of States.JsonMerge must be false, because deep merging is not supported")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> rangeProblem(JsonNode from, JsonNode to, JsonNode step) {
        if (step.isNumber() && step.doubleValue() == 0) {
            return Optional.of("the step of States.ArrayRange must not be 0");
        }
        if (from.isNumber() && to.isNumber() && step.isNumber()) {
            double items = Math.floor((to.doubleValue() - from.doubleValue()) / step.doubleValue()) + 1;
            return items > MOST_ITEMS
                    ? Optional.of("States.ArrayRange can return at most %.0f elements, found %.0f"
                            .formatted(MOST_ITEMS, items))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> hashProblem(JsonNode algorithm) {
        return algorithm.isString() && !ALGORITHMS.contains(algorithm.stringValue())
                ? Optional.of("the algorithm of States.Hash must be one of %s, found %s%s"
                        .formatted(
                                String.join(", ", ALGORITHMS),
                                Words.show(algorithm),
                                Words.didYouMean(new Names(ALGORITHMS), algorithm.stringValue())))
                : Optional.empty();
    }

    private static boolean isBelowOne(JsonNode value) {
        return value.isNumber() && value.doubleValue() < 1;
    }

    private static JsonNode literal(Intrinsic.Call call, int index) {
        return call.arguments().get(index) instanceof Intrinsic.Literal literal
                ? literal.value()
                : MissingNode.getInstance();
    }
}
