package dev.stepwright.validation.machine;

import dev.stepwright.asl.TaskResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The optimized service integrations of AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html">Optimized integrations</a>
 */
public final class Integrations {
    /**
     * A service.
     *
     * @param actions all its actions, none if the list is long and grows
     * @param hasJobs whether some action has {@code .sync}
     * @param hasCallback whether some action has {@code .waitForTaskToken}
     */
    public record Service(List<String> actions, boolean hasJobs, boolean hasCallback) {
        Stream<String> patterns() {
            return Stream.of("", hasJobs ? ".sync" : "", hasCallback ? ".waitForTaskToken" : "")
                    .distinct();
        }
    }

    private static final Map<String, Service> SERVICES = new TreeMap<>();

    /** What a message is sent to. AWS: none of them is asked for until the message is sent. */
    public static final String DESTINATION = "TopicArn|TargetArn|PhoneNumber";

    /** What the parameters of an action must have: each entry a choice of names separated by {@code |}. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("lambda:invoke", List.of("FunctionName")),
            Map.entry("states:startExecution", List.of("StateMachineArn")),
            Map.entry("sqs:sendMessage", List.of("QueueUrl", "MessageBody")),
            Map.entry("sns:publish", List.of(DESTINATION, "Message")),
            Map.entry("events:putEvents", List.of("Entries")),
            Map.entry("dynamodb:getItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:putItem", List.of("TableName", "Item")),
            Map.entry("dynamodb:updateItem", List.of("TableName", "Key")),
            Map.entry("dynamodb:deleteItem", List.of("TableName", "Key")),
            Map.entry("ecs:runTask", List.of("TaskDefinition")),
            Map.entry("glue:startJobRun", List.of("JobName")),
            Map.entry("apigateway:invoke", List.of("ApiEndpoint", "Method")),
            Map.entry("http:invoke", List.of("ApiEndpoint", "Method", "Authentication|InvocationConfig")));

    static {
        define("lambda", false, true, "invoke");
        define("states", true, true, "startExecution");
        define("sqs", false, true, "sendMessage");
        define("sns", false, true, "publish");
        define("events", false, true, "putEvents");
        define("dynamodb", false, false, "getItem", "putItem", "deleteItem", "updateItem");
        define("apigateway", false, true, "invoke");
        define("http", false, false, "invoke");
        define("ecs", true, true, "runTask");
        define("eks", true, true);
        define("batch", true, false, "submitJob");
        define("glue", true, false, "startJobRun");
        define("databrew", true, false, "startJobRun");
        define("athena", true, false);
        define("elasticmapreduce", true, false);
        define("emr-containers", true, false);
        define("emr-serverless", true, false);
        define("codebuild", true, false);
        define("sagemaker", true, false);
        define("bedrock", true, true);
        define("bedrockagentcore", false, false, "invokeHarness");
        define("mediaconvert", true, false, "createJob");
    }

    private Integrations() {}

    private static void define(String name, boolean hasJobs, boolean hasCallback, String... actions) {
        SERVICES.put(name, new Service(List.of(actions), hasJobs, hasCallback));
    }

    /** Returns the service of a name; empty if none is called so. */
    public static Optional<Service> find(String service) {
        return Optional.ofNullable(SERVICES.get(service));
    }

    /** Returns the names of all services. */
    public static Names services() {
        return new Names(SERVICES.keySet());
    }

    /** Returns whether there is an integration, be it optimized or of the SDK, as far as that is known. */
    public static boolean has(TaskResource resource) {
        return resource.isSdk()
                || find(resource.service())
                        .filter(service ->
                                service.actions().isEmpty() || service.actions().contains(resource.action()))
                        .isPresent();
    }

    /** Returns the resources of all actions that are known, in each pattern that they have. */
    public static List<String> resources() {
        return SERVICES.entrySet().stream()
                .flatMap(service -> service.getValue().actions().stream()
                        .flatMap(action -> service.getValue()
                                .patterns()
                                .map(pattern -> "arn:aws:states:::" + service.getKey() + ":" + action + pattern)))
                .toList();
    }

    /** Returns what the parameters of an action must have, empty if nothing is known. */
    public static List<String> requiredParameters(TaskResource resource) {
        return PARAMETERS.getOrDefault(resource.service() + ":" + resource.action(), List.of());
    }
}
