package dev.stepwright.benchmarks.jsonata;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.JsonNode;

/** One evaluation of a compiled expression. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class JsonataBenchmark {
    @Param
    public ExpressionCase expression = ExpressionCase.PLAIN_PATH;

    private Contest contest = Contest.of(ExpressionCase.PLAIN_PATH);

    @Setup
    public void prepare() {
        contest = Contest.of(expression);
    }

    @Benchmark
    public JsonNode stepwright() {
        return contest.stepwright();
    }

    @Benchmark
    public @Nullable Object dashjoin() {
        return contest.dashjoin();
    }
}
