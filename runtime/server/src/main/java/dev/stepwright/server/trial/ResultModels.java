package dev.stepwright.server.trial;

import dev.stepwright.runtime.task.TaskResource;
import dev.stepwright.server.api.ApiError;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the answers of some service integrations look like, for the check of mocked results. A model is JSON: a type
 * ({@code "string"}, {@code "number"}, with {@code >=n}, {@code <=n} for the smallest and largest number or {@code >=n} for the shortest
 * text), an array with the model of its elements, or an object; a member whose name ends in {@code !} is required. Integrations and
 * members without a model are not checked.
 */
final class ResultModels {
    private static final String CAPACITY = "{\"CapacityUnits\": \"number\", \"TableName\": \"string\"}";
    private static final String DESCRIPTION = """
            {"ExecutionArn!": "string", "StateMachineArn!": "string", "Name": "string", "Status!": "string", "StartDate!": "string",
             "StopDate": "string", "RedriveCount": "number", "RedriveStatus": "string"}
            """;

    private static final Map<String, JsonNode> MODELS = Map.ofEntries(
            model("states:startExecution", "{\"ExecutionArn!\": \"string\", \"StartDate!\": \"string\"}"),
            model("aws-sdk:sfn:startExecution", "{\"ExecutionArn!\": \"string\", \"StartDate!\": \"string\"}"),
            model("states:startExecution.sync", DESCRIPTION),
            model("states:startExecution.sync:2", DESCRIPTION),
            model(
                    "events:putEvents",
                    "{\"FailedEntryCount\": \"number\", \"Entries\": [{\"EventId\": \"string\", \"ErrorCode\": \"string\", \"ErrorMessage\": \"string\"}]}"),
            model(
                    "lambda:invoke",
                    "{\"StatusCode\": \"number\", \"ExecutedVersion\": \"string\", \"LogResult\": \"string\"}"),
            model(
                    "sqs:sendMessage",
                    "{\"MessageId\": \"string\", \"MD5OfMessageBody\": \"string\", \"MD5OfMessageAttributes\": \"string\", \"SequenceNumber\": \"string\"}"),
            model("sns:publish", "{\"MessageId\": \"string\", \"SequenceNumber\": \"string\"}"),
            model("dynamodb:getItem", "{\"ConsumedCapacity\": " + CAPACITY + "}"),
            model("dynamodb:putItem", "{\"ConsumedCapacity\": " + CAPACITY + "}"),
            model("dynamodb:updateItem", "{\"ConsumedCapacity\": " + CAPACITY + "}"),
            model("dynamodb:deleteItem", "{\"ConsumedCapacity\": " + CAPACITY + "}"),
            model("aws-sdk:kms:encrypt", "{\"CiphertextBlob\": \"string>=1\", \"KeyId\": \"string>=1\"}"),
            model(
                    "aws-sdk:lambda:getFunction",
                    "{\"Configuration\": {\"MemorySize\": \"number>=128<=10240\", \"FunctionName\": \"string\", \"Timeout\": \"number>=1\"}}"));

    private ResultModels() {}

    private static Map.Entry<String, JsonNode> model(String integration, String model) {
        return Map.entry(integration, JsonMapper.shared().readTree(model));
    }

    /**
     * Checks a mocked result.
     *
     * @param mode STRICT, PRESENT (required members may be missing) or NONE
     * @throws ApiError if it does not fit
     */
    static void check(String resource, JsonNode result, String mode) {
        TaskResource parsed = TaskResource.parse(resource);
        JsonNode model = MODELS.get(parsed.service() + ":" + parsed.action());
        if (model != null && !mode.equals("NONE")) {
            check(null, result, model, mode.equals("STRICT"));
        }
    }

    private static void check(@Nullable String field, JsonNode value, JsonNode model, boolean isStrict) {
        if (model.isObject()) {
            if (field != null && !value.isObject()) {
                throw problem("Field '" + field + "' must be an object");
            }
            members(value, model, isStrict);
        } else if (model.isArray()) {
            if (!value.isArray()) {
                throw problem("Field '" + field + "' must be an array");
            }
            value.forEach(element -> check(field, element, model.get(0), isStrict));
        } else {
            scalar(String.valueOf(field), value, model.stringValue());
        }
    }

    private static void members(JsonNode value, JsonNode model, boolean isStrict) {
        for (Map.Entry<String, JsonNode> member : model.properties()) {
            boolean isRequired = member.getKey().endsWith("!");
            String name =
                    isRequired ? member.getKey().substring(0, member.getKey().length() - 1) : member.getKey();
            JsonNode found = value.get(name);
            if (found != null && !found.isNull()) {
                check(name, found, member.getValue(), isStrict);
            } else if (isRequired && isStrict) {
                throw problem("Required field '" + name + "' is missing");
            }
        }
    }

    private static void scalar(String field, JsonNode value, String model) {
        String[] parts = model.split("(?=[<>]=)", -1);
        if (parts[0].equals("string") ? !value.isString() : !value.isNumber()) {
            throw problem("Field '" + field + "' must be a " + parts[0]);
        }
        for (int i = 1; i < parts.length; i++) {
            double limit = Double.parseDouble(parts[i].substring(2));
            if (value.isString() && value.stringValue().length() < limit) {
                throw problem("Field '" + field + "' is smaller than the minimum length");
            } else if (value.isNumber() && parts[i].startsWith(">") && value.doubleValue() < limit) {
                throw problem("Field '" + field + "' is less than the minimum value");
            } else if (value.isNumber() && parts[i].startsWith("<") && value.doubleValue() > limit) {
                throw problem("Field '" + field + "' exceeds the maximum value");
            }
        }
    }

    private static ApiError problem(String text) {
        return ApiError.validation("Mock result schema validation error: " + text);
    }
}
