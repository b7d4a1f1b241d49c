package dev.stepwright.testkit.soundness;

import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.InvalidDefinitionException;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.runtime.history.HistoryEntry;
import dev.stepwright.validation.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries machines: checks, analyses and runs them, and compares. */
final class Workbench {
    private static final int RUNS = 4;
    private static final int RUNS_WITH_MORE = 2;

    private final Tally tally;

    Workbench(Tally tally) {
        this.tally = tally;
    }

    /** Returns the trial with less in its states that fail, so that it runs far. */
    Trial mended(Trial trial) {
        return Mending.of(trial, each -> failing(each));
    }

    private static Optional<String> failing(Trial trial) {
        if (trial.findings().stream().anyMatch(Diagnostic::refused)) {
            return Optional.empty();
        }
        try (Bench bench = new Bench(trial)) {
            Run run = bench.run(RUNS - 1);
            return run.outcome() instanceof Outcome.Failed ? run.lastEntered() : Optional.empty();
        }
    }

    /** Returns what is wrong about a trial; nothing if all is as it should be. */
    List<String> problems(Trial trial) {
        List<Diagnostic> findings = trial.findings();
        if (findings.stream().anyMatch(Diagnostic::refused)) {
            tally.refused(findings);
            return List.of();
        }
        try (Bench bench = new Bench(trial)) {
            return contradictions(trial, findings, bench);
        } catch (InvalidDefinitionException e) {
            return List.of("the engine refuses what the API takes: " + e.getMessage());
        }
    }

    private List<String> contradictions(Trial trial, List<Diagnostic> findings, Bench bench) {
        Claims claims = Claims.of(trial);
        Needs needs = Needs.of(trial);
        Kept kept = Kept.of(trial);
        Foretold foretold = new Foretold(trial.machine(), findings);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < RUNS && wrong.isEmpty(); i++) {
            Run run = bench.run(i);
            wrong.addAll(claims.contradictedBy(run));
            wrong.addAll(foretold.contradictedBy(run));
            wrong.addAll(internal(run));
            tally.ran(run, findings);
            int number = i;
            wrong.replaceAll(text -> text + "\n  in run " + number + " with " + JsonText.compact(run.input()));
        }
        for (int i = 0; i < RUNS && wrong.isEmpty(); i++) {
            Run run = bench.runWithLess(RUNS + i);
            wrong.addAll(needs.contradictedBy(run));
            wrong.replaceAll(text -> text + "\n  with " + JsonText.compact(run.input()));
        }
        for (int i = 0; i < RUNS_WITH_MORE && wrong.isEmpty(); i++) {
            Run run = bench.runWithMore(2 * RUNS + i);
            wrong.addAll(claims.contradictedBy(run));
            wrong.addAll(kept.contradictedBy(run));
            wrong.replaceAll(text -> text + "\n  with more in " + JsonText.compact(run.input()));
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
}
