package dev.stepwright.server.control;

import dev.stepwright.runtime.Execution;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An execution that was started here: what the engine does not know of it.
 *
 * @param number grows with each execution
 * @param revision what the machine was when it was started
 * @param versionArn the version by which it was started; null where none was named
 * @param aliasArn the alias by which it was started; null where none was named
 */
record StartedExecution(
        long number,
        Execution<JsonNode> run,
        StateMachine machine,
        Revision revision,
        @Nullable String versionArn,
        @Nullable String aliasArn,
        Instant startDate,
        String input,
        @Nullable String traceHeader) {
    String arn() {
        return run.arn();
    }
}
