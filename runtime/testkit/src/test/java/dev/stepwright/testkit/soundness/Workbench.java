package dev.stepwright.testkit.soundness;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.Engine;
import dev.stepwright.runtime.EngineConfig;
import dev.stepwright.runtime.Execution;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.StartRequest;
import dev.stepwright.runtime.Workflow;
import dev.stepwright.runtime.engine.Limits;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.runtime.task.TaskHandlers;
import dev.stepwright.runtime.time.VirtualTime;
import dev.stepwright.types.Shape;
import dev.stepwright.validation.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** Tries machines: checks, analyses and runs them, and compares. */
final class Workbench {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(64 * 1024, 300, Duration.ofDays(365));
    private static final int RUNS = 4;
    private static final long PATIENCE_SECONDS = 20;

    private final Tally tally;

    Workbench(Tally tally) {
        this.tally = tally;
    }

    /** Returns what is wrong about a trial; nothing if all is as it should be. */
    List<String> problems(Trial trial) {
        List<Diagnostic> findings = trial.findings();
        if (findings.stream().anyMatch(Diagnostic::refused)) {
            tally.refused(findings);
            return List.of();
        }
        Answers answers = new Answers(trial.known().taskResults());
        try (Engine engine = Engine.create(config(answers, trial))) {
            Workflow<JsonNode, JsonNode> workflow =
                    engine.register("test", trial.machine(), JsonNode.class, JsonNode.class, TaskHandlers.none());
            return contradictions(trial, findings, answers, engine, workflow);
        } catch (InvalidDefinitionException e) {
            return List.of("the engine refuses what the API takes: " + e.getMessage());
        }
    }

    private static EngineConfig config(Answers answers, Trial trial) {
        Chance ids = new Chance(trial.seed());
        return EngineConfig.builder()
                .time(VirtualTime.automatic(START))
                .ids(() -> new UUID(ids.below(Integer.MAX_VALUE), ids.below(Integer.MAX_VALUE)))
                .limits(LIMITS)
                .runner(answers)
                .engineThreads(1)
                .build();
    }

    private List<String> contradictions(
            Trial trial,
            List<Diagnostic> findings,
            Answers answers,
            Engine engine,
            Workflow<JsonNode, JsonNode> workflow) {
        Claims claims = Claims.of(trial);
        Foretold foretold = new Foretold(trial.machine(), findings);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RUNS && wrong.isEmpty(); i++) {
            Chance chance = new Chance(trial.seed() * 7919 + i);
            JsonNode input = new RandomData(chance).of(trial.known().input().orElse(Shape.ANY));
            answers.begin(trial.seed() + i);
            Execution<JsonNode> execution =
                    workflow.start(new StartRequest(null, input, JsonText.compact(input), null, null, null));
            Outcome<JsonNode> outcome = outcome(execution);
            List<HistoryEntry> history = engine.history(execution.arn(), 0, Integer.MAX_VALUE);
            Run run = new Run(input, answers.given(), history, outcome, trial.owners());
            wrong.addAll(claims.contradictedBy(run));
            wrong.addAll(foretold.contradictedBy(run));
            wrong.addAll(internal(run));
            tally.ran(run, findings);
            int number = i;
            wrong.replaceAll(text -> text + "\n  in run " + number + " with " + JsonText.compact(input));
        }
        return wrong;
    }

    /** What goes wrong inside is told in the words of the engine. */
    private static List<String> internal(Run run) {
        List<String> wrong = new ArrayList<>();
        for (HistoryEntry entry : run.history()) {
            String cause = "";
            if (entry.event() instanceof Event.ExecutionFailed failed && failed.cause() != null) {
                cause = failed.cause();
            } else if (entry.event() instanceof Event.EvaluationFailed failed) {
                cause = failed.cause();
            }
            if (cause.contains("internal error") || cause.contains("Exception")) {
                wrong.add("an internal error: " + cause);
            }
        }
        return wrong;
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
}
