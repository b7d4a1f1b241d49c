package dev.stepwright.runtime.simulation;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.json.JsonDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Definitions by chance, of all kinds of states. A calm one has no state whose outcome depends on the order in which things happen: no
 * timeouts, and nothing that fails inside a Parallel or Map.
 */
final class RandomMachine {
    /** Tasks of states whose names begin like this are done by handlers that only compute. */
    static final String COMPUTED = "C";

    private static final int DEEPEST = 2;

    private final SplittableRandom chance;
    private final boolean isCalm;
    private int states;

    RandomMachine(SplittableRandom chance, boolean isCalm) {
        this.chance = chance;
        this.isCalm = isCalm;
    }

    StateMachineDefinition definition() {
        return StateMachineDefinition.of(JsonDocument.parse(scope(0)).root());
    }

    private String scope(int depth) {
        int size = 1 + chance.nextInt(depth == 0 ? 5 : 2);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add((chance.nextInt(3) == 0 ? COMPUTED : "S") + states++);
        }
        StringBuilder text = new StringBuilder("{\"StartAt\":\"" + names.get(0) + "\",\"States\":{");
        for (int i = 0; i < size; i++) {
            String next = i + 1 < size ? "\"Next\":\"" + names.get(i + 1) + "\"" : "\"End\":true";
            text.append(i == 0 ? "" : ",").append('"').append(names.get(i)).append("\":");
            text.append(state(depth, names.get(i), next, i + 1 < size ? names.get(size - 1) : null));
        }
        return text.append("}}").toString();
    }

    private String state(int depth, String name, String next, @Nullable String last) {
        int kind = chance.nextInt(depth < DEEPEST ? 12 : 9);
        if (kind == 0) {
            return "{\"Type\":\"Pass\",\"Parameters\":{\"at\":\"" + name + "\",\"n.$\":\"$.n\"},\"ResultPath\":\"$."
                    + name + "\"," + next + "}";
        } else if (kind == 1) {
            return "{\"Type\":\"Wait\",\"Seconds\":" + (1 + chance.nextInt(50)) + "," + next + "}";
        } else if (kind == 2 && last != null) {
            return "{\"Type\":\"Choice\",\"Choices\":[{\"Variable\":\"$.n\",\"NumericGreaterThan\":"
                    + chance.nextInt(10) + ",\"Next\":\"" + last + "\"}],\"Default\":\"" + last + "\"}";
        } else if (kind == 9) {
            return "{\"Type\":\"Parallel\",\"ResultPath\":\"$." + name + "\",\"Branches\":[" + scope(depth + 1) + ","
                    + scope(depth + 1) + "]" + recovery(depth, last) + "," + next + "}";
        } else if (kind >= 10) {
            return "{\"Type\":\"Map\",\"ItemsPath\":\"$.items\",\"ResultPath\":\"$." + name + "\",\"MaxConcurrency\":"
                    + chance.nextInt(3) + ",\"ItemSelector\":{\"n.$\":\"$$.Map.Item.Value\",\"items\":[7]},"
                    + "\"ItemProcessor\":" + processor(depth + 1) + recovery(depth, last) + "," + next + "}";
        }
        return task(depth, name, next, last);
    }

    private String processor(int depth) {
        String scope = scope(depth);
        return chance.nextInt(3) == 0
                ? "{\"ProcessorConfig\":{\"Mode\":\"DISTRIBUTED\",\"ExecutionType\":\"" + executionType() + "\"},"
                        + scope.substring(1)
                : scope;
    }

    /** What takes too long is a matter of order. */
    private String executionType() {
        return !isCalm && chance.nextInt(3) == 0 ? "EXPRESS" : "STANDARD";
    }

    private String task(int depth, String name, String next, @Nullable String last) {
        boolean mayFail = !isCalm || depth == 0;
        String work = mayFail && chance.nextInt(3) == 0 ? "flaky" : "steady";
        int kind = chance.nextInt(8);
        boolean isComputed = name.startsWith(COMPUTED);
        String pattern = isComputed ? "" : kind == 0 || kind == 1 ? ".waitForTaskToken" : kind == 2 ? ".sync" : "";
        String resource = "arn:aws:states:::" + work + ":do" + pattern;
        String times = isCalm || chance.nextInt(3) > 0 ? "" : ",\"TimeoutSeconds\":" + (30 + chance.nextInt(60));
        String beat = isCalm || times.isEmpty() || chance.nextInt(2) == 0 ? "" : ",\"HeartbeatSeconds\":20";
        if (kind == 3 && depth == 0 && !isComputed) {
            resource = "arn:aws:states:::states:startExecution.sync:2";
            return "{\"Type\":\"Task\",\"Resource\":\"" + resource + "\",\"Parameters\":{\"StateMachineArn\":"
                    + "\"arn:aws:states:us-east-1:123456789012:stateMachine:Child\",\"Input\":{\"n\":1}},"
                    + "\"ResultSelector\":{\"out.$\":\"$.Output\"},\"ResultPath\":\"$." + name + "\"" + times + ","
                    + next + "}";
        }
        return "{\"Type\":\"Task\",\"Resource\":\"" + resource + "\",\"ResultPath\":\"$." + name + "\"" + times + beat
                + recovery(depth, last) + "," + next + "}";
    }

    private String recovery(int depth, @Nullable String last) {
        String text = "";
        if (chance.nextInt(2) == 0) {
            text += ",\"Retry\":[{\"ErrorEquals\":[\"States.ALL\"],\"IntervalSeconds\":" + (1 + chance.nextInt(5))
                    + ",\"MaxAttempts\":" + chance.nextInt(3)
                    + (chance.nextInt(2) == 0 ? ",\"JitterStrategy\":\"FULL\"" : "")
                    + "}]";
        }
        if (last != null && chance.nextInt(2) == 0) {
            text += ",\"Catch\":[{\"ErrorEquals\":[\"States.ALL\"],\"ResultPath\":\"$.caught\",\"Next\":\"" + last
                    + "\"}]";
        }
        return text;
    }
}
