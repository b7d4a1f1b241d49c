package dev.stepwright.server.trial;

import dev.stepwright.services.http.HttpTrace;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Does the task of a state that is tried. */
@FunctionalInterface
interface Work {
    /**
     * Starts a task.
     *
     * @param traces is told what goes over the wire for an HTTP Task, before the task ends
     * @return its result; fails with a {@link StateFailure}, or a {@link java.util.concurrent.TimeoutException}
     */
    CompletableFuture<JsonNode> start(TriedTask task, Consumer<HttpTrace> traces);
}
