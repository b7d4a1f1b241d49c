package dev.stepwright.runtime.evaluate;

import dev.stepwright.runtime.time.Chance;
import tools.jackson.databind.JsonNode;

/** What an intrinsic function does with arguments of the right number and types. */
@FunctionalInterface
interface IntrinsicBody {
    JsonNode apply(JsonNode[] arguments, Chance chance);

    /** The function does not take these arguments. Has no stack trace. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Refusal(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }
}
