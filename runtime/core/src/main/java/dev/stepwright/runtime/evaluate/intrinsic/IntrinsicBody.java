package dev.stepwright.runtime.evaluate.intrinsic;

import dev.stepwright.runtime.time.Chance;
import tools.jackson.databind.JsonNode;

/** What an intrinsic function does with arguments of the right number and types. */
@FunctionalInterface
public interface IntrinsicBody {
    /**
     * Returns the value of the function.
     *
     * @throws Refusal if it has none
     */
    JsonNode apply(JsonNode[] arguments, Chance chance);

    /** The function does not take these arguments. Has no stack trace. */
    final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String problem;

        Refusal(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }

        /** Returns why. */
        public String problem() {
            return problem;
        }
    }
}
