package dev.stepwright.testkit.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stepwright.conversion.ConversionNote;
import dev.stepwright.conversion.JsonataConversion;
import dev.stepwright.json.JsonText;
import dev.stepwright.json.JsonValues;
import dev.stepwright.runtime.Outcome;
import dev.stepwright.runtime.history.Event;
import dev.stepwright.types.KnownShapes;
import dev.stepwright.validation.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the conversion to JSONata makes of random machines, against the machines themselves. {@code -Dstepwright.conversions.seeds=100000} tries as many;
 * {@code -Dstepwright.conversions.first=SEED} begins with one.
 */
class ConversionTest {
    private static final int SEEDS = Integer.getInteger("stepwright.conversions.seeds", 300);
    private static final long FIRST = Long.getLong("stepwright.conversions.first", 1);
    private static final int RUNS = 4;

    /** What fails in JSONPath, the machine as a whole, an item of a distributed Map or what a task is told of, may do otherwise in JSONata. */
    private static final Set<String> OF_PATHS = Set.of("States.Runtime", "States.ReferencePathConflict");

    /** States.Format writes objects and arrays as Java does. */
    private static final Pattern JAVA_TEXT = Pattern.compile("\\{[abc]=|[^}\\]\"], [^{\\[\"]");

    private static final Pattern DIFFERENT =
            Pattern.compile("States\\.(UUID|StringToJson|JsonToString|MathAdd|ArrayContains)");

    private static final Pattern NO_TEXT = Pattern.compile("specified for the field '(Error|Cause)'");

    private static final Pattern DEEP_PRESENCE =
            Pattern.compile("\"Variable\":\"\\$([^\"]*\\[|[^\"]*\\.[^\"]*\\.|[a-z][^\"]*\\.)[^\"]*\",\"IsPresent\"");

    @Test
    void a_converted_machine_does_what_the_machine_did() {
        Tally tally = new Tally();
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            Trial trial = Trial.of(seed);
            if (isPlain(trial)) {
                difference(trial, tally).ifPresent(problem -> {
                    throw new AssertionError(report(trial));
                });
            }
        }
        assertThat(tally.count("same")).as("%s", tally).isGreaterThan(SEEDS / 4);
    }

    private static String report(Trial trial) {
        Trial small =
                Shrinking.of(trial, smaller -> difference(smaller, new Tally()).isPresent());
        return difference(small, new Tally()).orElse("") + "\nin " + small;
    }

    /**
     * A machine in JSONPath alone, whose values do not come by chance, without what is documented to differ: a test for the presence of what is in an array, by its
     * name, or in no array, by its index; and functions that do something else with unusual arguments.
     */
    private static boolean isPlain(Trial trial) {
        String text = JsonText.compact(trial.definition());
        return !text.contains("JSONata")
                && !DIFFERENT.matcher(text).find()
                && !DEEP_PRESENCE.matcher(text).find();
    }

    private static Optional<String> difference(Trial trial, Tally tally) {
        if (trial.findings().stream().anyMatch(Diagnostic::refused)) {
            return Optional.empty();
        }
        JsonataConversion conversion = JsonataConversion.of(trial.machine());
        if (conversion.notes().stream().anyMatch(note -> note.kind() == ConversionNote.Kind.CHECK)) {
            tally.add("with something to check");
            return Optional.empty();
        }
        Trial converted = trial.with((ObjectNode) conversion.definition().json());
        KnownShapes fitting = trial.fitting();
        for (int i = 0; i < RUNS; i++) {
            // A clock of its own for each run: what one that fails has waited for would show in the times of the next.
            try (Bench before = new Bench(trial, fitting);
                    Bench after = new Bench(converted, fitting)) {
                Run old = before.run(i);
                Run now = after.run(i);
                if (OF_PATHS.stream().anyMatch((old.outcome() + "" + old.asked())::contains)) {
                    tally.add("paths that fail");
                } else if (JAVA_TEXT.matcher(old.outcome() + "" + old.asked()).find()) {
                    tally.add("objects and arrays in States.Format");
                } else if (isNoText(now)) {
                    tally.add("errors that are no text");
                } else if (!isSame(old, now)) {
                    return Optional.of("given " + JsonText.compact(old.input()) + "\nbefore " + old.outcome() + "\n  "
                            + old.asked() + "\nafter  " + now.outcome() + "\n  " + now.asked() + "\nas "
                            + conversion.definition().toAsl());
                } else {
                    tally.add("same");
                }
            }
        }
        return Optional.empty();
    }

    /** A Fail state of JSONPath takes any value for a text, one in an item of a distributed Map as well, whose history is another. */
    private static boolean isNoText(Run run) {
        return NO_TEXT.matcher(String.valueOf(run.outcome())).find()
                || run.history().stream()
                        .anyMatch(entry -> entry.event() instanceof Event.EvaluationFailed failed
                                && Set.of("Error", "Cause").contains(String.valueOf(failed.location())));
    }

    private static boolean isSame(Run old, Run now) {
        if (old.outcome() instanceof Outcome.Succeeded<JsonNode> before) {
            return now.outcome() instanceof Outcome.Succeeded<JsonNode> after
                    && JsonValues.equal(before.output(), after.output())
                    && old.asked().keySet().equals(now.asked().keySet())
                    && old.asked().entrySet().stream()
                            .allMatch(asked ->
                                    isSame(asked.getValue(), now.asked().get(asked.getKey())));
        }
        return old.outcome().equals(now.outcome());
    }

    private static boolean isSame(List<JsonNode> old, List<JsonNode> now) {
        return old.size() == now.size()
                && IntStream.range(0, old.size()).allMatch(i -> JsonValues.equal(old.get(i), now.get(i)));
    }
}
