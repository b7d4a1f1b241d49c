package dev.stepwright.testkit.soundness;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.types.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** An engine on which one trial runs. */
final class Bench implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(64 * 1024, 300, Duration.ofDays(365));
    private static final long PATIENCE_SECONDS = 20;

    private final Trial trial;
    private final KnownShapes fitting;
    private final KnownShapes fittingWithMore;
    private final Answers answers = new Answers();
    private final Engine engine;
    private final Workflow<JsonNode, JsonNode> workflow;

    Bench(Trial trial) {
        this(trial, trial.fitting());
    }

    /** @param fitting what seems to fit */
    Bench(Trial trial, KnownShapes fitting) {
        this.trial = trial;
        this.fitting = fitting;
        this.fittingWithMore = trial.withMore(fitting);
        this.engine = Engine.create(config());
        this.workflow = engine.register("test", trial.machine(), JsonNode.class, JsonNode.class, TaskHandlers.none());
    }

    private EngineConfig config() {
        Chance ids = new Chance(trial.seed());
        return EngineConfig.builder()
                .time(VirtualTime.automatic(START))
                .ids(() -> new UUID(ids.below(Integer.MAX_VALUE), ids.below(Integer.MAX_VALUE)))
                .limits(LIMITS)
                .runner(answers)
                .engineThreads(1)
                .build();
    }

    /** Runs it to its end: the first time with anything at all where nothing is known, then with what seems to fit. */
    Run run(int number) {
        return run(number, number == 0 ? trial.known() : fitting, false);
    }

    /** Runs it to its end with what seems to fit, but for some of what seems to be needed. */
    Run runWithLess(int number) {
        return run(number, fitting, true);
    }

    /** Runs it to its end with what seems to fit, and more. */
    Run runWithMore(int number) {
        return run(number, fittingWithMore, false);
    }

    private Run run(int number, KnownShapes given, boolean isForgetful) {
        Chance chance = new Chance(trial.seed() * 7919 + number);
        RandomData data = isForgetful ? RandomData.forgetful(chance) : new RandomData(chance);
        JsonNode input = data.of(given.input().orElse(Shape.ANY));
        answers.begin(trial.seed() + number, given.taskResults(), isForgetful);
        Execution<JsonNode> execution = workflow.start(StartRequest.of(input).withText(JsonText.compact(input)));
        Outcome<JsonNode> outcome = outcome(execution);
        return new Run(
                input,
                answers.asked(),
                answers.given(),
                engine.history(execution.arn(), 0, Integer.MAX_VALUE),
                outcome,
                trial.owners());
    }

    private static Outcome<JsonNode> outcome(Execution<JsonNode> execution) {
        try {
            return execution.outcome().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the execution has not come to its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an execution ran", e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
