package dev.stepwright.services.job;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What the description of a job tells.
 *
 * @param result the result of the task if the job is done, the cause of its failure if it has failed
 */
public record Progress(State state, JsonNode result) {
    /** How a job is. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** Returns the progress that a status stands for; all that are not named are those of a job that goes on. */
    public static Progress of(JsonNode result, JsonNode status, String done, String... failed) {
        String text = status.asString("");
        if (text.equals(done)) {
            return new Progress(State.DONE, result);
        }
        boolean isFailed = List.of(failed).contains(text);
        return new Progress(isFailed ? State.FAILED : State.RUNNING, result);
    }
}
