package dev.stepwright.aws;

import dev.stepwright.json.JavaValues;
import dev.stepwright.json.JsonDocument;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.InvalidInputException;
import dev.stepwright.runtime.PayloadCheck;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What executions of one machine take and give, as JSON there and as objects here.
 *
 * @param arn that of the machine
 * @param check what is checked of its executions; null if nothing is
 */
record SfnPayloads<O>(String arn, Class<O> output, @Nullable PayloadCheck check) {
    SfnPayloads<O> checked(PayloadCheck other) {
        return new SfnPayloads<>(arn, output, other);
    }

    /**
     * Returns the input of an execution.
     *
     * @throws InvalidInputException if it is refused
     */
    String input(@Nullable Object input) {
        JsonNode value = JavaValues.toJson(input);
        if (check != null) {
            check.inputProblem(value).ifPresent(problem -> {
                throw new InvalidInputException(arn, problem);
            });
        }
        return JsonText.compact(value);
    }

    /**
     * Returns the output of an execution.
     *
     * @throws IllegalArgumentException if it is refused, or does not fit the type
     */
    O output(String json) {
        JsonNode value = JsonDocument.parse(json).root();
        if (check != null) {
            check.outputProblem(value).ifPresent(problem -> {
                throw new IllegalArgumentException(
                        "an execution of " + arn + " has ended with this output: " + problem);
            });
        }
        return JavaValues.fromJson(value, output);
    }
}
