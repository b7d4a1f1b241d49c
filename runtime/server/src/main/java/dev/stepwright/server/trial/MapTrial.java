package dev.stepwright.server.trial;

import dev.stepwright.runtime.evaluate.Bindings;
import dev.stepwright.runtime.plan.MapStep;
import dev.stepwright.runtime.plan.MapTerms;
import dev.stepwright.runtime.plan.NumberField;
import dev.stepwright.server.api.TestState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a Map does before and after its iterations, which are mocked. */
final class MapTrial {
    private final TestState request;
    private final Inspection seen;

    MapTrial(TestState request, Inspection seen) {
        this.request = request;
        this.seen = seen;
    }

    /**
     * Finds the items and what each iteration gets, and sees whether too many iterations have failed.
     *
     * @param stages those of a JSONPath state; null for a JSONata state
     * @throws StateFailure if so many have failed that the state does, or it cannot be run at all
     */
    void begin(MapStep step, Bindings raw, @Nullable JsonPathStages stages) throws StateFailure {
        JsonNode input = stages == null ? step.flow().input(raw) : stages.inputPath();
        Bindings bindings = raw.withInput(input);
        MapTerms terms = step.terms();
        if (terms.unsupported() != null) {
            throw new StateFailure("States.Runtime", terms.unsupported());
        }
        TriedItems items = new TriedItems(terms, bindings, seen);
        if (terms.reader() == null) {
            items.find(stages != null);
        }
        seen.number("maxConcurrency", number(terms.maxConcurrency(), bindings));
        boolean isTolerant = notesTolerance(terms, bindings);
        if (terms.reader() != null) {
            items.read(terms.reader(), request.stateConfiguration().mapItemReaderData());
        }
        items.noteInputs();
        RequestChecks.checkFailures(request, items.size());
        TestState.Mock mock = request.mock();
        if (isTolerant && (mock == null || mock.errorOutput() == null) && isExceeded(terms, bindings, items.size())) {
            throw new StateFailure(
                    "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded");
        }
    }

    /** AWS: where neither a count nor a percentage is tolerated, failed iterations of a trial do not fail the state. */
    private boolean notesTolerance(MapTerms terms, Bindings bindings) {
        if (terms.toleratedCount() != null) {
            seen.number("toleratedFailureCount", number(terms.toleratedCount(), bindings));
        }
        if (terms.toleratedPercentage() != null) {
            seen.number(
                    "toleratedFailurePercentage", terms.toleratedPercentage().value(bindings));
        }
        return terms.toleratedCount() != null || terms.toleratedPercentage() != null;
    }

    private boolean isExceeded(MapTerms terms, Bindings bindings, int items) {
        Integer given = request.stateConfiguration().mapIterationFailureCount();
        int failed = given == null ? 0 : given;
        return terms.toleratedCount() != null && failed > number(terms.toleratedCount(), bindings)
                || terms.toleratedPercentage() != null
                        && items > 0
                        && failed * 100.0 / items > terms.toleratedPercentage().value(bindings);
    }

    private static int number(@Nullable NumberField field, Bindings bindings) {
        return field == null ? 0 : (int) field.value(bindings);
    }
}
