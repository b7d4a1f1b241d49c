package dev.stepwright.benchmarks.engine;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.benchmarks.workload.Workload;
import dev.stepwright.benchmarks.workload.Workloads;
import dev.stepwright.runtime.engine.Decider;
import dev.stepwright.runtime.engine.Decision;
import dev.stepwright.runtime.engine.ExecutionIdentity;
import dev.stepwright.runtime.engine.ExecutionState;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.engine.Stimulus;
import dev.stepwright.runtime.plan.Plan;
import dev.stepwright.runtime.planning.Planner;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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

/**
 * A definition made into a plan, and the first decision of an execution without threads, clock or store: for w1 to w5 the whole execution, so
 * all its expressions are evaluated; for w6 the first task.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class EngineBenchmark {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID SEED = new UUID(1, 2);

    @Param({"w1", "w2", "w3", "w4", "w5", "w6"})
    public String workload = "w1";

    private Workload work = Workloads.of("w1");
    private StateMachineDefinition definition = StateMachineDefinition.of(work.definition());
    private Plan plan = plan();
    private ExecutionIdentity identity = identity();

    @Setup
    public void prepare() {
        work = Workloads.of(workload);
        definition = StateMachineDefinition.of(work.definition());
        plan = plan();
        identity = identity();
    }

    private ExecutionIdentity identity() {
        String machine = "arn:aws:states:us-east-1:123456789012:stateMachine:" + workload;
        String role = "arn:aws:iam::123456789012:role/benchmarks";
        return new ExecutionIdentity(machine + ":e", "e", machine, workload, role, NOW, true, false, null, null);
    }

    @Benchmark
    public Plan plan() {
        return Objects.requireNonNull(Planner.plan(definition).plan());
    }

    @Benchmark
    public Decision decide() {
        return decide(false);
    }

    @Benchmark
    public Decision decideWithHistory() {
        return decide(true);
    }

    private Decision decide(boolean keepsEvents) {
        ExecutionState state = ExecutionState.create(plan, identity, Limits.STANDARD, keepsEvents);
        Decision decision = Decider.decide(state, new Stimulus.Started(NOW, work.input(), null, SEED));
        while (decision.isCutShort()) {
            decision = Decider.decide(state, new Stimulus.Resumed(NOW));
        }
        return decision;
    }
}
