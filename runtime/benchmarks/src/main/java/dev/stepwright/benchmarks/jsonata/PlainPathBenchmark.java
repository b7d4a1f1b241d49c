package dev.stepwright.benchmarks.jsonata;

import dev.stepwright.jsonata.Jsonata;
import dev.stepwright.jsonata.JsonataExpression;
import dev.stepwright.jsonata.value.Surroundings;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code $states.input.order.total > 1000} beside the same walk over the same tree by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class PlainPathBenchmark {
    private final JsonataExpression expression = Jsonata.parse(ExpressionCase.PLAIN_PATH.text());
    private final JsonNode states =
            JsonNodeFactory.instance.objectNode().set("input", ExpressionCase.PLAIN_PATH.input());
    private final Surroundings surroundings = Surroundings.DEFAULT.withBindings(Map.of("states", states));

    @Benchmark
    public JsonNode stepwright() {
        return expression.evaluate(JsonNodeFactory.instance.missingNode(), surroundings);
    }

    @Benchmark
    public JsonNode plainJava() {
        JsonNode total = states.path("input").path("order").path("total");
        return BooleanNode.valueOf(total.isNumber() && total.doubleValue() > 1000);
    }
}
