package dev.stepwright.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.PayloadCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A check by the schemas of a machine.
 *
 * @param execution those of what executions take and give
 * @param tasks those of Task states, by the name of the state
 */
record SchemaCheck(Payloads execution, Map<String, Payloads> tasks) implements PayloadCheck {
    private static final int MOST = 10;

    /** What somebody takes and gives; null if anything is right. */
    record Payloads(@Nullable Schema input, @Nullable Schema output) {
        static final Payloads ANY = new Payloads(null, null);
    }

    @Override
    public Optional<String> inputProblem(JsonNode value) {
        return problem(execution.input(), value);
    }

    @Override
    public Optional<String> outputProblem(JsonNode value) {
        return problem(execution.output(), value);
    }

    @Override
    public Optional<String> taskInputProblem(String stateName, JsonNode value) {
        return problem(tasks.getOrDefault(stateName, Payloads.ANY).input(), value);
    }

    @Override
    public Optional<String> taskOutputProblem(String stateName, JsonNode value) {
        return problem(tasks.getOrDefault(stateName, Payloads.ANY).output(), value);
    }

    private static Optional<String> problem(@Nullable Schema schema, JsonNode value) {
        if (schema == null) {
            return Optional.empty();
        }
        List<Error> errors;
        try {
            errors = schema.validate(value);
        } catch (StackOverflowError e) {
            return Optional.of("it is nested too deep, or its schema refers to itself without end");
        } catch (SchemaException e) {
            return Optional.of("its schema cannot be used: " + e.getMessage());
        }
        String told = errors.stream().limit(MOST).map(SchemaCheck::text).collect(Collectors.joining("; "));
        int more = errors.size() - MOST;
        return errors.isEmpty() ? Optional.empty() : Optional.of(more > 0 ? told + "; and " + more + " more" : told);
    }

    private static String text(Error error) {
        String place = error.getInstanceLocation().toString();
        String found = JsonText.excerpt(error.getInstanceNode());
        return (place.isEmpty() ? "it" : JsonText.quote(place)) + " is " + found + ": " + error.getMessage();
    }
}
