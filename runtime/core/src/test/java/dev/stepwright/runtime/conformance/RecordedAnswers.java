package dev.stepwright.runtime.conformance;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What other AWS services answered in a case: the results of its tasks, and the objects in its buckets. */
record RecordedAnswers(JsonNode results, JsonNode buckets, boolean isNested, Map<String, AtomicInteger> calls)
        implements TaskRunner {
    RecordedAnswers(JsonNode recorded) {
        this(
                recorded.path("taskResults"),
                recorded.path("fixtures").path("s3"),
                recorded.has("companions"),
                new ConcurrentHashMap<>());
    }

    @Override
    public boolean serves(TaskRequest request) {
        String service = request.resource().service();
        boolean isOther = !isNested || !service.equals("states") && !service.equals("aws-sdk:sfn");
        return isOther && results.has(request.stateName())
                || request.resource().text().endsWith(":s3:getObject");
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        if (results.has(request.stateName())) {
            answer(request, completion);
        } else {
            read(request.input(), completion);
        }
        return () -> {};
    }

    private void answer(TaskRequest request, TaskCompletion completion) {
        JsonNode answers = results.path(request.stateName());
        int call = calls.computeIfAbsent(request.stateName(), name -> new AtomicInteger())
                .getAndIncrement();
        JsonNode answer = answers.get(Math.min(call, answers.size() - 1));
        if (request.resource().pattern() != TaskResource.Completion.RESPONSE) {
            completion.submitted(JsonNodeFactory.instance.objectNode());
        }
        if (answer.has("throw")) {
            JsonNode error = answer.path("throw");
            completion.failed(text(error.path("error")), text(error.path("cause")));
        } else {
            completion.succeeded(answer.path("return"));
        }
    }

    private void read(JsonNode parameters, TaskCompletion completion) {
        JsonNode object = buckets.path(parameters.path("Bucket").asString(""))
                .path(parameters.path("Key").asString(""));
        if (object.isString()) {
            completion.succeeded(JsonNodeFactory.instance.objectNode().set("Body", object));
        } else {
            completion.failed("S3.NoSuchKeyException", "The specified key does not exist.");
        }
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() && !value.stringValue().isEmpty()
                ? value.stringValue()
                : value.isObject() ? value.toString() : null;
    }
}
