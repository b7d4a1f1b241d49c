package dev.stepwright.testkit;

import dev.stepwright.json.JsonDocument;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import tools.jackson.databind.JsonNode;

/** Does what the input of a task says for the present part of its life: {@code answer} with the input, {@code fail}, or {@code hold}, which is never to answer. */
final class InterruptedTasks implements TaskRunner {
    static final String FIRST = "first";
    static final String REDRIVEN = "redriven";
    static final String RECOVERED = "recovered";

    private static final JsonNode FILE =
            JsonDocument.parse("{\"Body\":\"name,size\\nalpha,1\\nbeta,2\\n\"}").root();

    private volatile String part;

    /** @param part which member of the inputs counts; without it a task is answered */
    InterruptedTasks(String part) {
        this.part = part;
    }

    /** Has another part begin. */
    void go(String next) {
        part = next;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return request.resource().family() != TaskResource.Family.ACTIVITY
                && !request.resource().text().contains(":states:startExecution");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        JsonNode work =
                request.token() == null ? request.workInput() : request.input().path("MessageBody");
        switch (work.path(part).asString(isFile(request) && part.equals(FIRST) ? "hold" : "answer")) {
            case "answer" -> answer(request, work, completion);
            case "fail" -> completion.failed("Down", "for now");
            default -> {} // somebody holds it until the engine ends
        }
        return () -> {};
    }

    private static boolean isFile(TaskRequest request) {
        return request.resource().text().endsWith(":s3:getObject");
    }

    private static void answer(TaskRequest request, JsonNode work, TaskCompletion completion) {
        if (request.token() != null) {
            completion.submitted(JsonDocument.parse("{\"MessageId\":\"1\"}").root());
        } else if (request.resource().isLambdaInvoke()) {
            completion.succeeded(JsonDocument.parse("{\"StatusCode\":200,\"Payload\":" + work + "}")
                    .root());
        } else {
            completion.succeeded(isFile(request) ? FILE : work);
        }
    }
}
