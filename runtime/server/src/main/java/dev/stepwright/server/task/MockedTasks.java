package dev.stepwright.server.task;

import dev.stepwright.asl.StateMachineDefinition;
import dev.stepwright.asl.TaskState;
import dev.stepwright.json.JsonText;
import dev.stepwright.runtime.task.TaskCompletion;
import dev.stepwright.runtime.task.TaskRequest;
import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.runtime.task.TaskRunner;
import dev.stepwright.types.service.Misfit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tasks with the answers of a mock configuration, as Step Functions Local reads it: an execution that is started with {@code
 * <machine ARN>#<test case>} gets the mocked responses that the test case names for its states.
 */
public final class MockedTasks implements TaskRunner {
    private final Map<String, Map<String, Map<String, MockedResponse>>> testCases;
    private final ConcurrentMap<String, Running> running = new ConcurrentHashMap<>();

    private MockedTasks(Map<String, Map<String, Map<String, MockedResponse>>> testCases) {
        this.testCases = testCases;
    }

    /** Returns a configuration without any test case. */
    public static MockedTasks none() {
        return new MockedTasks(Map.of());
    }

    /**
     * Reads a mock configuration.
     *
     * @throws IllegalArgumentException if it is not one; the message says what is wrong and where
     */
    public static MockedTasks of(JsonNode configuration) {
        Map<String, MockedResponse> responses = new LinkedHashMap<>();
        object(configuration, "MockedResponses", "the configuration")
                .properties()
                .forEach(response ->
                        responses.put(response.getKey(), MockedResponse.of(response.getKey(), response.getValue())));
        Map<String, Map<String, Map<String, MockedResponse>>> machines = new LinkedHashMap<>();
        object(configuration, "StateMachines", "the configuration").properties().forEach(machine -> {
            Map<String, Map<String, MockedResponse>> cases = new LinkedHashMap<>();
            object(machine.getValue(), "TestCases", "StateMachines/" + machine.getKey())
                    .properties()
                    .forEach(test -> cases.put(test.getKey(), states(machine.getKey(), test, responses)));
            machines.put(machine.getKey(), cases);
        });
        return new MockedTasks(machines);
    }

    private static Map<String, MockedResponse> states(
            String machine, Map.Entry<String, JsonNode> test, Map<String, MockedResponse> responses) {
        Map<String, MockedResponse> states = new LinkedHashMap<>();
        test.getValue().properties().forEach(state -> {
            MockedResponse response = responses.get(state.getValue().asString(""));
            if (response == null) {
                throw new IllegalArgumentException(
                        "StateMachines/%s/TestCases/%s/%s names the mocked response %s, but there are %s"
                                .formatted(
                                        machine,
                                        test.getKey(),
                                        state.getKey(),
                                        JsonText.excerpt(state.getValue()),
                                        responses.keySet()));
            }
            states.put(state.getKey(), response);
        });
        return states;
    }

    private static JsonNode object(JsonNode parent, String member, String place) {
        JsonNode value = parent.path(member);
        if (!value.isObject()) {
            throw new IllegalArgumentException(
                    place + " needs an object \"" + member + "\", but has " + JsonText.excerpt(value));
        }
        return value;
    }

    /** Returns the names of a machine's test cases. */
    public Set<String> testCases(String machine) {
        return testCases.getOrDefault(machine, Map.of()).keySet();
    }

    /** Returns the states that a test case has responses for; none if there is no such test case. */
    public Set<String> states(String machine, String testCase) {
        return testCases
                .getOrDefault(machine, Map.of())
                .getOrDefault(testCase, Map.of())
                .keySet();
    }

    /**
     * Returns what the responses of a test case give that the services of a machine's tasks never give, a sentence for each: a test with them would be
     * green, and the machine fail on AWS.
     */
    public List<String> problems(String machine, String testCase, StateMachineDefinition definition) {
        Map<String, MockedResponse> states =
                testCases.getOrDefault(machine, Map.of()).getOrDefault(testCase, Map.of());
        return definition.scopes().stream()
                .flatMap(scope -> scope.states().values().stream())
                .filter(TaskState.class::isInstance)
                .map(TaskState.class::cast)
                .flatMap(
                        task -> Stream.ofNullable(states.get(task.name())).flatMap(response -> response.problems(task)))
                .toList();
    }

    /**
     * Says that an execution, which is to be started now, runs a test case.
     *
     * @param testCase one of {@link #testCases}
     * @return false if an execution of that name runs already, which keeps its test case
     */
    public boolean run(String machine, String execution, String testCase) {
        Map<String, MockedResponse> states =
                testCases.getOrDefault(machine, Map.of()).get(testCase);
        if (states == null) {
            throw new IllegalArgumentException("no test case " + testCase + " of " + machine);
        }
        Running started = new Running(states, new ConcurrentHashMap<>());
        return running.putIfAbsent(machine + ":" + execution, started) == null;
    }

    /** Says that an execution has ended. */
    public void ended(String machine, String execution) {
        running.remove(machine + ":" + execution);
    }

    /** An execution, and how often each of its states has been called. */
    private record Running(Map<String, MockedResponse> states, ConcurrentMap<String, AtomicInteger> calls) {}

    private @Nullable Running running(TaskRequest request) {
        String[] arn = request.executionArn().split(":", 9);
        return arn.length < 8 ? null : running.get(arn[6] + ":" + arn[7]);
    }

    @Override
    public boolean serves(TaskRequest request) {
        Running execution = running(request);
        return execution != null && execution.states.containsKey(request.stateName());
    }

    @Override
    public Runnable start(TaskRequest request, TaskCompletion completion) {
        Running execution = running(request);
        MockedResponse response = execution == null ? null : execution.states.get(request.stateName());
        if (execution == null || response == null) {
            completion.failed("States.Runtime", "the execution has ended");
            return () -> {};
        }
        int call = execution
                .calls
                .computeIfAbsent(request.stateName(), state -> new AtomicInteger())
                .getAndIncrement();
        if (request.resource().family() == TaskResource.Family.ACTIVITY) {
            completion.started(null);
        }
        response.answer(call, request, completion);
        return () -> {};
    }

    /** One of {@code MockedResponses}: what the calls of a state give, by their numbers from 0. */
    private record MockedResponse(String name, TreeMap<Integer, Step> steps) {
        private record Step(int last, JsonNode value) {}

        static MockedResponse of(String name, JsonNode json) {
            TreeMap<Integer, Step> steps = new TreeMap<>();
            json.properties().forEach(step -> {
                String[] range = step.getKey().split("-", 2);
                try {
                    int first = Integer.parseInt(range[0]);
                    int last = range.length == 1 ? first : Integer.parseInt(range[1]);
                    steps.put(first, new Step(last, checked(name, step)));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException("MockedResponses/" + name + ": the key \"" + step.getKey()
                            + "\" is no number of a call, such as \"0\", and no range, such as \"1-2\"");
                }
            });
            return new MockedResponse(name, steps);
        }

        private static JsonNode checked(String name, Map.Entry<String, JsonNode> step) {
            JsonNode value = step.getValue();
            if (value.size() != 1
                    || (!value.has("Return") && !value.path("Throw").isObject())) {
                throw new IllegalArgumentException("MockedResponses/" + name + "/" + step.getKey()
                        + " needs either \"Return\" or \"Throw\": {\"Error\": ..., \"Cause\": ...}, but is "
                        + JsonText.excerpt(value));
            }
            return value;
        }

        Stream<String> problems(TaskState task) {
            return steps.entrySet().stream()
                    .filter(step -> step.getValue().value.has("Return"))
                    .flatMap(step -> Misfit.in(task, step.getValue().value.get("Return")).stream()
                            .map(misfit -> "the mocked response %s/%s for the state %s is not what %s gives: %s %s"
                                    .formatted(
                                            JsonText.quote(name),
                                            step.getKey(),
                                            JsonText.quote(task.name()),
                                            misfit.integration(),
                                            misfit.path(),
                                            misfit.problem())));
        }

        void answer(int call, TaskRequest request, TaskCompletion completion) {
            Map.Entry<Integer, Step> step = steps.floorEntry(call);
            if (step == null || step.getValue().last < call) {
                completion.failed(
                        "States.Runtime",
                        "The mocked response \"" + name + "\" has nothing for call " + call + " of the state \""
                                + request.stateName() + "\"");
                return;
            }
            if (request.resource().pattern() != TaskResource.Completion.RESPONSE) {
                completion.submitted(JsonNodeFactory.instance.objectNode());
            }
            JsonNode value = step.getValue().value;
            if (value.has("Throw")) {
                JsonNode thrown = value.get("Throw");
                completion.failed(text(thrown, "Error"), text(thrown, "Cause"));
                return;
            }
            completion.succeeded(value.get("Return"));
        }

        /** A mock has to give a cause: an empty one is none. */
        private static @Nullable String text(JsonNode object, String member) {
            String text = object.path(member).asString("");
            return text.isEmpty() ? null : text;
        }
    }
}
