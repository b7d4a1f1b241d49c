package dev.stepwright.server.task;

import dev.stepwright.runtime.task.TaskCompletion;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Keeps what a task reports. */
final class RecordedCompletion implements TaskCompletion {
    final CompletableFuture<JsonNode> submitted = new CompletableFuture<>();
    final CompletableFuture<JsonNode> result = new CompletableFuture<>();
    final CompletableFuture<Failure> failure = new CompletableFuture<>();
    final CompletableFuture<String> worker = new CompletableFuture<>();
    int heartbeats;

    record Failure(@Nullable String error, @Nullable String cause) {}

    @Override
    public void started(@Nullable String name) {
        worker.complete(String.valueOf(name));
    }

    @Override
    public void submitted(JsonNode response) {
        submitted.complete(response);
    }

    @Override
    public void heartbeat() {
        heartbeats++;
    }

    @Override
    public void succeeded(JsonNode value) {
        result.complete(value);
    }

    @Override
    public void failed(@Nullable String error, @Nullable String cause) {
        failure.complete(new Failure(error, cause));
    }

    static <T> T soon(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
