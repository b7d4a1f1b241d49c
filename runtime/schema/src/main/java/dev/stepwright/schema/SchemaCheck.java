package dev.stepwright.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.PayloadCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A check by two schemas.
 *
 * @param input null if any input is right
 * @param output null if any output is right
 */
record SchemaCheck(@Nullable Schema input, @Nullable Schema output) implements PayloadCheck {
    private static final int MOST = 10;

    @Override
    public Optional<String> inputProblem(JsonNode value) {
        return problem(input, value);
    }

    @Override
    public Optional<String> outputProblem(JsonNode value) {
        return problem(output, value);
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
