package dev.stepwright.testkit.soundness;

import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.types.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does the tasks of one execution after the other: some of them fail. */
final class Answers implements TaskRunner {
    private final Map<String, Integer> calls = new HashMap<>();
    private Map<String, Shape> shapes = Map.of();
    private Map<String, List<JsonNode>> given = new HashMap<>();
    private Map<String, List<JsonNode>> asked = new HashMap<>();
    private long seed;
    private boolean areForgetful;

    /** Begins anew, for another execution whose tasks answer in these shapes, by the names of their states. */
    synchronized void begin(long executionSeed, Map<String, Shape> answers, boolean forgetful) {
        seed = executionSeed;
        areForgetful = forgetful;
        shapes = answers;
        calls.clear();
        given = new HashMap<>();
        asked = new HashMap<>();
    }

    /** Returns what the tasks of the execution have been given so far, by the names of their states. */
    synchronized Map<String, List<JsonNode>> asked() {
        return asked;
    }

    /** Returns what the tasks of the execution have given so far, by the names of their states. */
    synchronized Map<String, List<JsonNode>> given() {
        return given;
    }

    @Override
    public boolean serves(TaskRequest request) {
        return true;
    }

    @Override
    public synchronized Runnable start(TaskRequest request, TaskCompletion completion) {
        String state = request.stateName();
        asked.computeIfAbsent(state, key -> new ArrayList<>()).add(request.input());
        int call = calls.merge(state, 1, Integer::sum);
        Chance chance = new Chance(seed * 31 + state.hashCode() * 17L + call);
        if (chance.oneIn(8)) {
            completion.failed(chance.oneIn(6) ? null : chance.pick("Busy", "Broken"), chance.oneIn(4) ? null : "why");
        } else {
            JsonNode answer = answer(request.resource().text(), shapes.get(state), data(chance));
            given.computeIfAbsent(state, key -> new ArrayList<>()).add(answer);
            completion.succeeded(answer);
        }
        return () -> {};
    }

    private RandomData data(Chance chance) {
        return areForgetful ? RandomData.forgetful(chance) : new RandomData(chance);
    }

    private static JsonNode answer(String resource, @Nullable Shape shape, RandomData data) {
        if (shape != null) {
            return data.of(shape);
        }
        ObjectNode documented = data.object();
        if (resource.endsWith("lambda:invoke")) {
            documented.put("ExecutedVersion", "1").put("StatusCode", 200).set("Payload", data.any());
            return documented;
        }
        return resource.endsWith("sqs:sendMessage") ? documented.put("MessageId", "m") : data.any();
    }
}
